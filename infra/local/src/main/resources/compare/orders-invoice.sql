-- INV-30: what invoice-service knows of every order is what order-service says.
-- left: order
select o.id, concat_ws('|', o.customer_id, o.placed_at, s.code, o.delivered_at, o.ship_to_name, o.ship_to_street,
    o.ship_to_zip_code, o.ship_to_city, o.ship_to_country, o.ship_to_phone)
from retail_order o join order_status s on s.id = o.status_id
-- right: invoice
select id, concat_ws('|', customer_id, placed_at, status, delivered_at, ship_to_name, ship_to_street,
    ship_to_zip_code, ship_to_city, ship_to_country, ship_to_phone)
from known_order
