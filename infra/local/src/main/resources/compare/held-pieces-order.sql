-- INV-14: each reservation that is held belongs to an item of that amount that is not shipped, or of a pending order.
-- left: catalog
select order_item_id, concat_ws('|', order_id, product_id, quantity) from reservation where state = 'HELD'
-- within: order
select i.id, concat_ws('|', i.order_id, i.product_id, i.amount)
from order_item i join order_status s on s.id = i.status_id
where s.code in ('PENDING', 'NEW', 'PROCESSING', 'PACKAGED')
