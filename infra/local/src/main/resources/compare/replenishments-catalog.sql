-- INV-25: catalog-service has applied every change of every replenishment, once.
-- left: ledger
select id, version from replenishment_collection
-- right: catalog
select key, version from inbox_version
where consumer = 'catalog.replenishment' and topic = 'kontor.ledger.replenishment.v1'
