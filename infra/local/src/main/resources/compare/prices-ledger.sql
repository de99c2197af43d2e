-- INV-30: what ledger-service knows of the price history is what catalog-service says.
-- left: catalog
select id, concat_ws('|', product_id, amount_minor, valid_from) from product_price
-- right: ledger
select id, concat_ws('|', product_id, amount_minor, valid_from) from known_price
