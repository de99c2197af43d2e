-- INV-22: the money of a purchase was moved if and only if a request for its payment was granted; nothing of it was
-- adjusted before. Each fact of its stream is a step or an answer.
select e.purchase_id, e.status, e.version, p.answers, p.granted, a.answers as adjustments, a.booked
from escrow e
cross join lateral (
    select count(*) as answers, count(*) filter (where code is null) as granted
    from escrow_payment p where p.purchase_id = e.purchase_id) p
cross join lateral (
    select count(*) as answers, count(*) filter (where code is null) as booked
    from escrow_adjustment a where a.purchase_id = e.purchase_id) a
where p.answers = 0 or (e.status = 'OPEN') <> (p.granted = 0) or (e.status = 'OPEN' and a.answers > 0)
    or e.version < p.answers + a.answers + (e.status in ('RELEASED', 'RETURNED'))::int
limit 100
