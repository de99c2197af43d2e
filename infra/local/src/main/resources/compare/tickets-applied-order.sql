-- INV-25: order-service has applied every fact of every ticket, once.
-- left: support
select id, fact_version from ticket
-- right: order
select key, version from inbox_version where topic = 'kontor.support.ticket.v1'
