-- INV-28: what is held of each purchase is what was paid and not given back, and nothing once it has ended (L-32).
-- left: order
select p.id, concat_ws('|', p.buyer_id, p.seller_id, p.total_minor, m.external,
    case p.status when 'D' then 'RELEASED' when 'C' then 'RETURNED' else 'FUNDED' end,
    case p.status when 'D' then p.fees_minor end,
    p.total_minor + p.additional_minor - p.refunded_minor,
    case when p.status in ('P', 'S') then greatest(0, p.total_minor - p.refunded_minor) else 0 end)
from market_purchase p join purchase_payment m on m.purchase_id = p.id and m.state = 'FUNDED'
where p.external_id is null
-- right: ledger
select e.purchase_id, concat_ws('|', e.buyer_id, e.seller_id, e.total_minor, e.external, e.status, e.fees_minor,
    e.paid_minor, a.balance_minor)
from escrow e left join account a on a.kind = 'ESCROW' and a.owner = e.purchase_id::text
where e.status <> 'OPEN'
