-- INV-33: what streams tell of a conversation is its messages one after the other, none left out, none twice (H-15).
-- Those of the last minute may still be under way.
with told as (
    select conversation_id, seq, lag(seq) over (partition by conversation_id order by position) as before
    from live_event where seq is not null
)
select conversation_id, seq, before from told where seq <> before + 1
union all
select m.conversation_id, m.seq, null from message m
where m.at > (select min(at) from live_event) and m.at < now() - interval '1 minute'
    and not exists (select from told t where t.conversation_id = m.conversation_id and t.seq = m.seq)
limit 100
