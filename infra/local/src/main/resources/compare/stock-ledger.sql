-- INV-30: the stock that ledger-service prints for counting is that of catalog-service, which tells each change.
-- left: catalog
select product_id, on_hand from stock where version > 0
-- right: ledger
select product_id, on_hand from known_stock
