-- INV-13: pieces were given back only by items that are cancelled or rejected, unless an invoice was cancelled.
-- left: catalog
select order_item_id, concat_ws('|', order_id, product_id) from reservation
where state = 'RELEASED' and invoice_id is null
-- within: order
select i.id, concat_ws('|', i.order_id, i.product_id)
from order_item i join order_status s on s.id = i.status_id
where s.code in ('CANCELLED', 'REJECTED')
