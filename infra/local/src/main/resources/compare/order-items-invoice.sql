-- INV-30: what invoice-service knows of every item of an order is what order-service says.
-- left: order
select i.id, concat_ws('|', i.order_id, i.line_no, i.product_id, i.amount, i.unit_price_minor, s.code)
from order_item i join order_status s on s.id = i.status_id
-- right: invoice
select id, concat_ws('|', order_id, line_no, product_id, amount, unit_price_minor, status) from known_order_item
