-- INV-25: catalog-service has applied every fact of every ticket, once.
-- left: support
select id, fact_version from ticket
-- right: catalog
select key, version from inbox_version where topic = 'kontor.support.ticket.v1'
