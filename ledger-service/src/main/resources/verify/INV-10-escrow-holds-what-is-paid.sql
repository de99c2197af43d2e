-- INV-10, L-32: while a purchase is paid, its account holds the total less what was refunded from it; before and after,
-- nothing. Each purchase has one.
select coalesce(e.purchase_id::text, h.owner) as purchase_id, e.status, e.total_minor, h.balance_minor
from escrow e
full join (select owner, balance_minor from account where kind = 'ESCROW') h on h.owner = e.purchase_id::text
left join lateral (
    select coalesce(sum(escrow_minor), 0) as escrow_minor from escrow_adjustment a
    where a.purchase_id = e.purchase_id) a on true
where h.balance_minor is distinct from
    case when e.status = 'FUNDED' then e.total_minor + a.escrow_minor when e.status is not null then 0 end
limit 100
