-- R-3: pieces that came and went per day, product and kind.
-- table: stock-moves
-- key: day, productId, kind
-- value: pieces
-- control: catalog
select concat_ws('|', day, product_id, kind), sum(delta) from (
    select (at at time zone '{zone}')::date as day, product_id, kind, delta from stock_move) moved
group by day, product_id, kind
