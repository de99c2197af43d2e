-- INV-30: what order-service knows of every listing is what catalog-service says.
-- left: catalog
select id, concat_ws('|', seller_id, title, unit_price_minor, quantity - reserved, weight_g, ship_from_country, status,
    version)
from listing
-- right: order
select id, concat_ws('|', seller_id, title, unit_price_minor, available, weight_g, country, status, version)
from known_listing
