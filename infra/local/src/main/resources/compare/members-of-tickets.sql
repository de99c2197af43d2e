-- INV-33: in the conversation of an open ticket are its creator and who has it now, and nobody else.
-- left: support
select concat_ws(' in ', creator_id, id), 'PARTY' from ticket where status <> 'C'
union all
select concat_ws(' in ', a.staff_id, a.ticket_id), 'STAFF'
from assignment a join ticket t on t.id = a.ticket_id
where a.status = 'A' and t.status <> 'C'
-- right: chat
select concat_ws(' in ', m.member_id, c.context_id), m.role
from conversation c join conversation_member m on m.conversation_id = c.id
where c.type = 'S' and c.closed_at is null and m.left_at is null
