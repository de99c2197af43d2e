-- INV-25: invoice-service has applied every fact of every ticket, once.
-- left: support
select id, fact_version from ticket
-- right: invoice
select key, version from inbox_version where topic = 'kontor.support.ticket.v1'
