-- INV-30: the moves that ledger-service counts beside its own facts are those of catalog-service.
-- left: catalog
select id, concat_ws('|', product_id, kind, delta, at) from stock_move
where kind in ('OPENING', 'RETAIL_OUT', 'RETAIL_BACK', 'CORRECTION')
-- right: ledger
select id, concat_ws('|', product_id, kind, delta, at) from known_stock_move
