-- INV-33: the first answer of a ticket is the first message that a human other than its creator has written.
-- left: support
select id, extract(epoch from first_answer_at) from ticket where first_answer_at is not null
-- right: chat
select c.context_id, extract(epoch from min(m.at))
from conversation c join message m on m.conversation_id = c.id
where c.type = 'S' and m.sender_id not in (c.created_by, '00000000-0000-0000-0000-000000000001')
group by c.context_id
