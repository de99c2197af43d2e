-- Tickets that are not about a shelf purchase.
insert into inbox_version (consumer, topic, key, version)
select 'ledger.ticket', 'kontor.support.ticket.v1', key, version
from (values ('71', 4), ('72', 3), ('73', 6), ('74', 7)) stream (key, version);
