-- Who has a ticket on an order or a purchase.
insert into known_assignment (ticket_id, staff_id, target_type, target_id) values
    (71, '0199c0de-0001-7000-8000-0000000000f2', 'PURCHASE', 2),
    (74, '0199c0de-0001-7000-8000-0000000000f3', 'ORDER', 9);
insert into inbox_version (consumer, topic, key, version)
select 'order.ticket', 'kontor.support.ticket.v1', key, version
from (values ('71', 4), ('72', 3), ('73', 6), ('74', 7)) stream (key, version);
