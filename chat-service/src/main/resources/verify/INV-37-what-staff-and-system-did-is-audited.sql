-- INV-37: each automatic answer and each message of staff has one row of audit, written by its sender.
select m.conversation_id, m.sender_id, count(*) as messages
from message m left join conversation_member s on s.conversation_id = m.conversation_id and s.member_id = m.sender_id
where s.role is distinct from 'PARTY'
group by m.conversation_id, m.sender_id
having count(*) <> (select count(*) from audit a where a.action = 'post-message' and a.target_type = 'conversation'
    and a.target_id = m.conversation_id::text and a.actor_id = m.sender_id)
limit 100
