-- Tickets 71 to 74, about a purchase, a listing, nothing and an order: two are taken, one is closed, one is taken anew.
insert into object_index (target_type_id, target_id, owner_ids, everybody)
select 5, id, case id when 6 then array['0199c0de-0002-7000-8000-0000000000b1'::uuid]
    else array['0199c0de-0002-7000-8000-0000000000b1'::uuid, '0199c0de-0002-7000-8000-0000000000e1'::uuid] end, false
from generate_series(1, 7) id
union all
select 3, 801, '{}', true;

insert into ticket (id, creator_id, subject, conversation_id, target_type_id, target_id, level, priority, status,
    created_at, closed_at, first_answer_due_at, first_answer_at, open_since, solution_due_at, touched_at, fact_version)
select id, creator::uuid, subject, id - 40, target_type, target_id, level, 'N', status, opened_at,
    closed_at::timestamptz, opened_at + interval '24 hours', first_answer_at::timestamptz,
    case status when 'O' then opened_at end, case status when 'O' then opened_at + interval '120 hours' end, opened_at,
    facts
from (values
    (71, '0199c0de-0002-7000-8000-0000000000b1', 'The parcel is missing', 5, '2', '1', 'O', null,
        '2026-06-04T08:03:00Z', 4),
    (72, '0199c0de-0002-7000-8000-0000000000e1', 'My listing', 3, '801', '1', 'O', null, null, 3),
    (73, '0199c0de-0002-7000-8000-0000000000b1', 'A question', null, null, '1', 'C', '2026-06-06T08:00:00Z',
        '2026-06-04T08:03:00Z', 6),
    (74, '0199c0de-0002-7000-8000-0000000000e1', 'The order', 4, '9', '2', 'P', null, '2026-06-04T08:03:00Z', 7))
    told (id, creator, subject, target_type, target_id, level, status, closed_at, first_answer_at, facts),
    (values (timestamptz '2026-06-04T08:00:00Z')) start (opened_at);
insert into assignment (ticket_id, staff_id, started_at, last_activity_at, status)
select ticket, staff::uuid, timestamptz '2026-06-04T08:01:00Z', timestamptz '2026-06-04T08:03:00Z', status
from (values
    (71, '0199c0de-0001-7000-8000-0000000000f2', 'A'),
    (72, '0199c0de-0001-7000-8000-0000000000f3', 'A'),
    (73, '0199c0de-0001-7000-8000-0000000000f2', 'C'),
    (74, '0199c0de-0001-7000-8000-0000000000f2', 'I'),
    (74, '0199c0de-0001-7000-8000-0000000000f3', 'A')) one (ticket, staff, status);

insert into inbox_version (consumer, topic, key, version)
select 'support.conversation', 'kontor.chat.conversation.v1', key, version
from (values ('31', 6), ('32', 4), ('33', 6), ('34', 7), ('35', 2), ('36', 2)) stream (key, version)
union all
select 'support.purchases', 'kontor.order.market-purchase.v1', key, version
from (values ('1', 4), ('2', 6), ('3', 9), ('4', 8), ('5', 9), ('6', 2), ('7', 3)) stream (key, version);
