-- INV-13: the moves of a line of a replenishment add up to what it has moved, all of it at one time.
select coalesce(l.line_id, m.line_id) as line_id, coalesce(l.at, m.at) as at, l.moved, m.delta
from (select line_id, at, moved from replenishment_line where moved <> 0) l
full join (
    select split_part(business_ref, ':', 2)::bigint as line_id, at, sum(delta) as delta
    from stock_move where kind = 'REPLENISHMENT' and business_ref like 'replenishment:%' group by 1, 2
    having sum(delta) <> 0) m
    on m.line_id = l.line_id and m.at = l.at
where l.moved is distinct from m.delta
limit 100
