-- R-3: turnover at the shelf per day and product is that of the purchases that are not revoked.
-- table: shelf-turnover
-- key: day, productId
-- value: pieces, netMinor, grossMinor
-- control: ledger
select concat_ws('|', day, product_id), concat_ws('|', sum(amount), sum(net), sum(total_minor)) from (
    select (at at time zone '{zone}')::date as day, product_id, amount, unit_net_minor * amount as net, total_minor
    from shelf_purchase where not revoked) bought
group by day, product_id
