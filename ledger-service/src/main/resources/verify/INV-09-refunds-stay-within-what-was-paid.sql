-- INV-09: refunds of a purchase never exceed its total and its additional payments, and what its buyer has paid is what
-- these leave.
select e.purchase_id, e.status, e.total_minor, e.paid_minor, a.buyer_minor
from escrow e
cross join lateral (
    select coalesce(sum(buyer_minor), 0) as buyer_minor from escrow_adjustment a where a.purchase_id = e.purchase_id) a
where e.total_minor < a.buyer_minor
    or e.paid_minor <> case when e.status in ('FUNDED', 'RELEASED') then e.total_minor - a.buyer_minor else 0 end
limit 100
