-- R-3: what is ordered and not invoiced, by status and product, is the live items of such orders.
-- table: order-book
-- key: status, productId
-- value: pieces, netMinor
-- control: order
select concat_ws('|', code, product_id), concat_ws('|', sum(amount), sum(amount * unit_price_minor)) from (
    select s.code, i.product_id, i.amount, i.unit_price_minor
    from retail_order o
    join order_status s on s.id = o.status_id and s.code in ('NEW', 'PROCESSING', 'PACKAGED', 'IN_TRANSIT', 'DELIVERED')
    join order_item i on i.order_id = o.id
    join order_status of_item on of_item.id = i.status_id and of_item.code <> 'CANCELLED'
    where o.live_invoice_id is null) booked
group by code, product_id
