-- INV-33: the messages of a conversation are numbered 1, 2, 3 ... up to the number it counts, at times that never go
-- back (H-7).
select c.id, c.last_seq, count(m.seq) as messages, max(m.seq) as newest
from conversation c left join (
        select conversation_id, seq, at, lag(at) over (partition by conversation_id order by seq) as before
        from message) m on m.conversation_id = c.id
group by c.id
having count(m.seq) <> c.last_seq or coalesce(max(m.seq), 0) <> c.last_seq or bool_or(m.at < m.before)
    or max(m.at) is distinct from c.last_message_at
limit 100
