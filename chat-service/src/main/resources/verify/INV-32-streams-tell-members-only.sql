-- INV-32: whom streams tell of a conversation is or was in it.
select e.position, e.conversation_id, r.member_id
from live_event e cross join unnest(e.recipients) r (member_id)
where not exists (
    select from conversation_member m
    where m.conversation_id = e.conversation_id and m.member_id = r.member_id)
limit 100
