-- INV-10: pieces, price and flag of a replenished line = its newest change.
select l.id, l.amount, l.total_price_minor, l.revoked, r.amount as changed_amount, r.total_price_minor as changed_minor
from replenishment l
join lateral (
    select * from replenishment_change r where r.replenishment_id = l.id order by r.id desc limit 1) r on true
where (l.amount, l.total_price_minor, l.revoked) <> (r.amount, r.total_price_minor, r.revoked)
limit 100
