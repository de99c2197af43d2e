-- R-3: what was brought per day and product is what the lines that count say.
-- table: replenishment-costs
-- key: day, productId
-- value: pieces, costMinor
-- control: ledger
select concat_ws('|', day, product_id), concat_ws('|', sum(amount), sum(total_price_minor)) from (
    select (c.at at time zone '{zone}')::date as day, l.product_id, l.amount, l.total_price_minor
    from replenishment l join replenishment_collection c on c.id = l.collection_id
    where not l.revoked and not c.revoked) brought
group by day, product_id
