-- INV-30: a read marker lies within the conversation, and what it counts of his own behind it is what is there (H-9).
select s.conversation_id, s.member_id, s.last_read_seq, s.own_after_read
from conversation_member s join conversation c on c.id = s.conversation_id
where s.last_read_seq > c.last_seq
    or s.own_after_read <> (select count(*) from message m where m.conversation_id = s.conversation_id
        and m.seq > s.last_read_seq and m.sender_id = s.member_id)
limit 100
