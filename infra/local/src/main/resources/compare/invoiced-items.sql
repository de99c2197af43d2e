-- INV-28: each line of a live invoice is a live item of its order, with its amount and price (but for imported ones).
-- left: invoice
select l.order_item_id, concat_ws('|', i.order_id, i.customer_id, l.product_id, l.amount, l.unit_price_minor)
from invoice_item l join invoice i on i.id = l.invoice_id
where i.kind = 'INVOICE' and not i.cancelled and i.external_id is null
-- within: order
select i.id, concat_ws('|', i.order_id, o.customer_id, i.product_id, i.amount, i.unit_price_minor)
from order_item i join order_status s on s.id = i.status_id join retail_order o on o.id = i.order_id
where s.code in ('PACKAGED', 'IN_TRANSIT', 'DELIVERED')
