-- INV-32: staff is in an open conversation by a ticket of his, or in that of a purchase as an admin (H-3, H-4).
select s.conversation_id, s.member_id, c.type
from conversation_member s join conversation c on c.id = s.conversation_id
    left join known_member k on k.id = s.member_id
where s.role = 'STAFF' and s.left_at is null and c.closed_at is null
    and not exists (select from known_assignment a where a.staff_id = s.member_id
        and (c.type = 'S' and a.ticket_id = c.context_id or c.type = 'U' and a.purchase_id = c.context_id))
    and not (c.type = 'U' and coalesce(k.admin and k.verified and k.active, false))
limit 100
