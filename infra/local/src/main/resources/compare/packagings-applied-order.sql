-- INV-25: order-service has applied every fact of every packaging, once.
-- left: catalog
select id, version from packaging
-- right: order
select key, version from inbox_version where topic = 'kontor.catalog.packaging.v1'
