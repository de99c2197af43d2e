-- Who has a ticket on a listing.
insert into known_assignment (ticket_id, staff_id, listing_id)
values (72, '0199c0de-0001-7000-8000-0000000000f3', 801);
insert into inbox_version (consumer, topic, key, version)
select 'catalog.ticket', 'kontor.support.ticket.v1', key, version
from (values ('71', 4), ('72', 3), ('73', 6), ('74', 7)) stream (key, version);
