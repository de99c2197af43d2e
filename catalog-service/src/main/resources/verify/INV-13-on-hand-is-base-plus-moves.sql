-- INV-13: on hand = the count of the base + all moves since it; nothing is reserved that was never there.
select s.product_id, s.on_hand, s.reserved, s.base_count, coalesce(sum(m.delta), 0) as moved
from stock s left join stock_move m on m.product_id = s.product_id and (s.base_at is null or m.at >= s.base_at)
group by s.product_id
having s.on_hand <> s.base_count + coalesce(sum(m.delta), 0) or s.reserved < 0
limit 100
