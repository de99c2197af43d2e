-- INV-25: the ledger has applied every fact of every ticket, once.
-- left: support
select id, fact_version from ticket
-- right: ledger
select key, version from inbox_version where topic = 'kontor.support.ticket.v1'
