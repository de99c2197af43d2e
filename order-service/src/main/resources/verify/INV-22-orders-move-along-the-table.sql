-- INV-22: every step is one of the table of the domain page, begins where the step before ended, and is logged once.
with step as (
    select l.id, l.order_id, l.item_id, l.action, split_part(l.detail, ' -> ', 1) as old,
        split_part(l.detail, ' -> ', 2) as new
    from order_log l where l.action in ('SUBMIT', 'PLACE', 'REJECT', 'STATUS', 'ITEM_STATUS', 'CANCEL')),
chain as (
    select s.*, lag(s.new) over (partition by s.order_id, s.item_id order by s.id) as before from step s)
select c.order_id, c.item_id, c.action, c.old, c.new, c.before
from chain c left join order_status f on f.code = c.old left join order_status t on t.code = c.new
where c.before is not null and c.before <> c.old
    or not case c.action
        when 'SUBMIT' then c.old = '-' and c.new = 'PENDING'
        when 'PLACE' then c.old = 'PENDING' and c.new = 'NEW'
        when 'REJECT' then c.old = 'PENDING' and c.new = 'REJECTED'
        when 'CANCEL' then c.old in ('PENDING', 'NEW', 'PROCESSING', 'PACKAGED', 'IN_TRANSIT') and c.new = 'CANCELLED'
        else coalesce(f.position between 3 and 6 and t.position between 4 and 7 and t.position > f.position, false) end
limit 100
