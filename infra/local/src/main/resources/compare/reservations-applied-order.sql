-- INV-25: order-service has applied every answer of the catalog, once for each of its two uses.
-- left: catalog
select concat_ws(' by ', key, consumer), version
from (
    select 'order:' || order_id as key, version from promise where version > 0
    union all
    select 'purchase:' || purchase_id, version from deal where version > 0) stream,
    (values ('order.reservation'), ('order.listing-reservation')) use (consumer)
-- right: order
select concat_ws(' by ', key, consumer), version from inbox_version where topic = 'kontor.catalog.reservation.v1'
