-- Conversations of the four tickets that support-service knows, one about a purchase and one about a listing.
insert into known_listing (id, seller_id, title, status, version)
values (801, '0199c0de-0002-7000-8000-0000000000e1', 'Espresso cup', 'ACTIVE', 9);
insert into known_purchase (id, buyer_id, seller_id)
select id, '0199c0de-0002-7000-8000-0000000000b1', '0199c0de-0002-7000-8000-0000000000e1'
from (values (1), (2), (3), (4), (5), (7)) purchase (id);
insert into known_assignment (ticket_id, staff_id, purchase_id) values
    (71, '0199c0de-0001-7000-8000-0000000000f2', 2),
    (72, '0199c0de-0001-7000-8000-0000000000f3', null),
    (74, '0199c0de-0001-7000-8000-0000000000f3', null);

insert into conversation (id, type, created_by, context_type, context_id, title, closed_at, last_seq, last_message_at,
    version)
select id, type, creator::uuid, context_type, context_id, title, closed_at::timestamptz, messages,
    timestamptz '2026-06-04T08:00:00Z' + messages * interval '1 minute', version
from (values
    (31, 'S', '0199c0de-0002-7000-8000-0000000000b1', 'TICKET', 71, 'The parcel is missing', null, 3, 6),
    (32, 'S', '0199c0de-0002-7000-8000-0000000000e1', 'TICKET', 72, 'My listing', null, 2, 4),
    (33, 'S', '0199c0de-0002-7000-8000-0000000000b1', 'TICKET', 73, 'A question', '2026-06-06T08:00:00Z', 3, 6),
    (34, 'S', '0199c0de-0002-7000-8000-0000000000e1', 'TICKET', 74, 'The order', null, 3, 7),
    (35, 'U', '0199c0de-0002-7000-8000-0000000000b1', 'PURCHASE', 2, 'Purchase 2', null, 1, 2),
    (36, 'P', '0199c0de-0002-7000-8000-0000000000b1', 'LISTING', 801, 'Espresso cup', null, 1, 2))
    talk (id, type, creator, context_type, context_id, title, closed_at, messages, version);
insert into conversation_member (conversation_id, member_id, role, joined_at, left_at)
select conversation, member::uuid, role, timestamptz '2026-06-04T08:00:00Z', left_at::timestamptz
from (values
    (31, '0199c0de-0002-7000-8000-0000000000b1', 'PARTY', null),
    (31, '0199c0de-0001-7000-8000-0000000000f2', 'STAFF', null),
    (32, '0199c0de-0002-7000-8000-0000000000e1', 'PARTY', null),
    (32, '0199c0de-0001-7000-8000-0000000000f3', 'STAFF', null),
    (33, '0199c0de-0002-7000-8000-0000000000b1', 'PARTY', null),
    (33, '0199c0de-0001-7000-8000-0000000000f2', 'STAFF', null),
    (34, '0199c0de-0002-7000-8000-0000000000e1', 'PARTY', null),
    (34, '0199c0de-0001-7000-8000-0000000000f2', 'STAFF', '2026-06-05T08:00:00Z'),
    (34, '0199c0de-0001-7000-8000-0000000000f3', 'STAFF', null),
    (35, '0199c0de-0002-7000-8000-0000000000b1', 'PARTY', null),
    (35, '0199c0de-0002-7000-8000-0000000000e1', 'PARTY', null),
    (35, '0199c0de-0001-7000-8000-0000000000f2', 'STAFF', null),
    (36, '0199c0de-0002-7000-8000-0000000000b1', 'PARTY', null),
    (36, '0199c0de-0002-7000-8000-0000000000e1', 'PARTY', null))
    circle (conversation, member, role, left_at);
-- First the creator, then the System, then whoever of the staff has answered.
insert into message (id, conversation_id, seq, sender_id, text, at, client_message_id)
select 10 * c.id + seq, c.id, seq,
    case when seq = 1 then c.created_by when seq = 2 then '00000000-0000-0000-0000-000000000001'::uuid
        else '0199c0de-0001-7000-8000-0000000000f2'::uuid end,
    'Text', timestamptz '2026-06-04T08:00:00Z' + seq * interval '1 minute', gen_random_uuid()
from conversation c, generate_series(1, c.last_seq) seq;

insert into inbox_version (consumer, topic, key, version)
select consumer, 'kontor.support.ticket.v1', key, version
from (values ('71', 4), ('72', 3), ('73', 6), ('74', 7)) stream (key, version),
    (values ('chat.tickets'), ('chat.ticket-notice')) use (consumer)
union all
select consumer, 'kontor.order.market-purchase.v1', key, version
from (values ('1', 4), ('2', 6), ('3', 9), ('4', 8), ('5', 9), ('6', 2), ('7', 3)) stream (key, version),
    (values ('chat.purchases'), ('chat.purchase-notice')) use (consumer)
union all
select 'chat.live', 'kontor.chat.conversation.v1', id::text, version from conversation;
