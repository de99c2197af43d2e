-- INV-13: what is reserved of a product is what its held reservations add up to; nobody holds what is not counted.
select s.product_id, s.tracked, s.reserved, coalesce(sum(r.quantity), 0) as held
from stock s left join reservation r on r.product_id = s.product_id and r.state = 'HELD'
group by s.product_id
having s.reserved <> coalesce(sum(r.quantity), 0) or (s.reserved > 0 and not s.tracked)
limit 100
