-- INV-34: a ticket begins at AUTO and climbs one level at a time to where it stands; a missed target is logged once and
-- climbs too, unless it was at CHIEF.
with climb as (
    select ticket_id, id, split_part(detail, ' ', 1) as old, split_part(detail, ' ', 3) as new,
        lag(split_part(detail, ' ', 3)) over (partition by ticket_id order by id) as before,
        lead(id) over (partition by ticket_id order by id) as next
    from ticket_log where action = 'ESCALATE'),
word (letter, level, rank) as (
    values ('A', 'AUTO', 1), ('1', 'SUPPORT_1', 2), ('2', 'SUPPORT_2', 3), ('C', 'CHIEF', 4))
select t.id, c.old, c.new, c.before, t.level
from climb c join ticket t on t.id = c.ticket_id
    left join word o on o.level = c.old left join word n on n.level = c.new
where coalesce(c.before, 'AUTO') <> c.old
    or n.rank is distinct from o.rank + 1
    or c.next is null and n.letter <> t.level
union all
select t.id, null, null, null, t.level from ticket t
where t.level <> 'A' and t.external_id is null and not exists (select from climb c where c.ticket_id = t.id)
union all
select t.id, b.detail, null, b.times::text, t.level
from ticket t left join (
    select ticket_id, detail, count(*) as times from ticket_log where action = 'BREACH' group by 1, 2) b
    on b.ticket_id = t.id
where b.times > 1
    or b.detail = 'FIRST_ANSWER' and t.first_answer_breached_at is null
    or b.detail = 'SOLUTION' and t.solution_breached_at is null
limit 100
