-- INV-25: each consumer of chat-service has applied every fact of every ticket, once.
-- left: support
select id, fact_version from ticket
-- right: chat
select key, case when count(*) = (
    select count(distinct consumer) from inbox_version where topic = 'kontor.support.ticket.v1') then min(version) end
from inbox_version where topic = 'kontor.support.ticket.v1'
group by key
