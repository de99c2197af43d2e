-- INV-25: order-service has applied every answer of the catalog, once.
-- left: catalog
select 'order:' || order_id, version from promise where version > 0
-- right: order
select key, version from inbox_version
where topic = 'kontor.catalog.reservation.v1' and consumer = 'order.reservation' and key like 'order:%'
