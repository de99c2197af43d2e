-- Tickets that are not about an invoice.
insert into inbox_version (consumer, topic, key, version)
select 'invoice.ticket', 'kontor.support.ticket.v1', key, version
from (values ('71', 4), ('72', 3), ('73', 6), ('74', 7)) stream (key, version);
