-- INV-34: at most one has a ticket, the one that the log says, and nobody has a closed one; it is closed if and only if
-- it has a time of that.
with told as (
    select distinct on (ticket_id, split_part(detail, ' ', 1)) ticket_id, split_part(detail, ' ', 1) as staff_id, action
    from ticket_log where action in ('TAKE', 'RELEASE')
    order by ticket_id, split_part(detail, ' ', 1), id desc)
select t.id, a.staff_id::text, a.status, d.action
from ticket t join assignment a on a.ticket_id = t.id
    left join told d on d.ticket_id = t.id and d.staff_id = a.staff_id::text
where (t.status = 'C') <> (a.status = 'C')
    or a.external_id is null and (a.status = 'A') <> coalesce(d.action = 'TAKE', false)
union all
select d.ticket_id, d.staff_id, null, d.action from told d
where not exists (select from assignment a where a.ticket_id = d.ticket_id and a.staff_id::text = d.staff_id)
union all
select a.ticket_id, null, count(*)::text, null from assignment a where a.status = 'A'
group by a.ticket_id having count(*) > 1
union all
select t.id, null, t.status, t.closed_at::text from ticket t where (t.closed_at is not null) <> (t.status = 'C')
limit 100
