-- INV-10: over all transfers of a purchase the buyer has given what he has paid, unless the total came in from outside,
-- to CASH; the shop has got its fee, and the seller the rest that is not in escrow.
select e.purchase_id, e.status, e.external, e.paid_minor, e.fees_minor, s.purchase_id as of_purchase_id, s.buyer_minor,
    s.seller_minor, s.escrow_minor, s.cash_minor, s.fees_minor as posted_fees_minor, s.others
from escrow e
full join (
    select t.purchase_id,
        sum(n.amount_minor) filter (where a.kind = 'MEMBER' and a.owner = p.buyer_id::text) as buyer_minor,
        sum(n.amount_minor) filter (where a.kind = 'MEMBER' and a.owner = p.seller_id::text) as seller_minor,
        sum(n.amount_minor) filter (where a.kind = 'ESCROW' and a.owner = p.purchase_id::text) as escrow_minor,
        sum(n.amount_minor) filter (where a.kind = 'CASH') as cash_minor,
        sum(n.amount_minor) filter (where a.kind = 'FEES') as fees_minor,
        count(*) filter (where a.kind not in ('MEMBER', 'ESCROW', 'CASH', 'FEES')
            or a.kind = 'MEMBER' and a.owner not in (p.buyer_id::text, p.seller_id::text)
            or a.kind = 'ESCROW' and a.owner <> p.purchase_id::text) as others
    from (
        select id, split_part(business_ref, ':', 2)::bigint as purchase_id
        from transfer where business_ref like 'market:%'
        union all
        select t.id, j.purchase_id from escrow_adjustment j
        join transfer t on t.business_ref = 'adjustment:' || j.adjustment_id) t
    left join escrow p on p.purchase_id = t.purchase_id
    join entry n on n.transfer_id = t.id
    join account a on a.id = n.account_id
    group by t.purchase_id) s on s.purchase_id = e.purchase_id
where e.purchase_id is null or s.others > 0
    or coalesce(s.cash_minor, 0) <> case when e.external then -e.total_minor else 0 end
    or coalesce(s.buyer_minor, 0) + coalesce(s.cash_minor, 0) <> -e.paid_minor
    or coalesce(s.fees_minor, 0) <> coalesce(e.fees_minor, 0)
    or coalesce(s.seller_minor, 0) + coalesce(s.escrow_minor, 0) <> e.paid_minor - coalesce(e.fees_minor, 0)
limit 100
