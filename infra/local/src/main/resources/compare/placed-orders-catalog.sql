-- INV-14: the catalog has promised the lines of each order that is placed (imported ones were never asked about).
-- left: order
select o.id, true
from retail_order o join order_status s on s.id = o.status_id
where s.code in ('NEW', 'PROCESSING', 'PACKAGED', 'IN_TRANSIT', 'DELIVERED') and o.external_id is null
-- within: catalog
select order_id, accepted from promise
