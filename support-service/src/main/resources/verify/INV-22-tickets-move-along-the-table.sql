-- INV-22: every move of a ticket is one of the table of the domain page, begins where the one before ended, and ends
-- where the ticket stands; reopenings are counted.
with move as (
    select ticket_id, id, split_part(detail, ' ', 1) as old, split_part(detail, ' ', 3) as new,
        lag(split_part(detail, ' ', 3)) over (partition by ticket_id order by id) as before,
        lead(id) over (partition by ticket_id order by id) as next
    from ticket_log where action in ('OPEN', 'STATUS', 'CLOSE')),
word (letter, status) as (
    values ('O', 'OPEN'), ('P', 'PENDING'), ('S', 'SOLVED'), ('C', 'CLOSED')),
step (old, new) as (
    values ('-', 'OPEN'), ('OPEN', 'PENDING'), ('PENDING', 'OPEN'), ('OPEN', 'SOLVED'), ('PENDING', 'SOLVED'),
        ('SOLVED', 'OPEN'), ('SOLVED', 'CLOSED'), ('OPEN', 'CLOSED'), ('PENDING', 'CLOSED'))
select t.id, m.old, m.new, m.before, t.status
from move m join ticket t on t.id = m.ticket_id join word w on w.letter = t.status
where coalesce(m.before, '-') <> m.old
    or not exists (select from step s where s.old = m.old and s.new = m.new)
    or m.next is null and m.new <> w.status
union all
select t.id, null, null, null, t.status from ticket t
where t.external_id is null and not exists (select from move m where m.ticket_id = t.id)
union all
select t.id, 'SOLVED', 'OPEN', t.reopened::text, t.status from ticket t
where t.external_id is null
    and t.reopened <> (select count(*) from move m where m.ticket_id = t.id and m.old = 'SOLVED' and m.new = 'OPEN')
limit 100
