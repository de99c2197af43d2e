-- INV-22: every move of a purchase is one of the table of the domain page, begins where the one before ended, happened
-- once, and ends where the purchase stands.
with move as (
    select purchase_id, id, action, detail, split_part(detail, ' -> ', 1) as old, split_part(detail, ' -> ', 2) as new,
        lag(split_part(detail, ' -> ', 2)) over (partition by purchase_id order by id) as before,
        lead(id) over (partition by purchase_id order by id) as next
    from purchase_log where action in ('C', 'P', 'S', 'D', 'X')),
word (letter, status) as (
    values ('O', 'OPEN'), ('P', 'PAID'), ('S', 'SHIPPED'), ('D', 'DONE'), ('C', 'CANCELLED'))
select m.purchase_id, m.action, m.detail, m.before, p.status
from move m join market_purchase p on p.id = m.purchase_id left join word w on w.letter = p.status
where coalesce(m.before, 'PENDING') <> m.old
    or not coalesce(case m.action
        when 'C' then m.detail = 'PENDING -> OPEN'
        when 'P' then m.detail = 'OPEN -> PAID'
        when 'S' then m.detail = 'PAID -> SHIPPED'
        when 'D' then m.detail = 'SHIPPED -> DONE'
        else m.detail in ('OPEN -> CANCELLED', 'PAID -> CANCELLED') end, false)
    or m.next is null and m.new is distinct from w.status
union all
select p.id, p.status, null, null, p.status from market_purchase p
where p.status not in ('W', 'R') and p.external_id is null
    and not exists (select from purchase_log l where l.purchase_id = p.id and l.action = 'C')
limit 100
