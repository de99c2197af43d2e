-- INV-28: what each party, the fees, escrow and cash got of a purchase in all is what it has come to.
-- left: order
-- Refunds hold what a cancellation gave back; what they take beyond escrow comes from the seller. 0 is left out.
select p.id, string_agg(share.account || ' ' || share.amount_minor, ', ' order by share.account)
from market_purchase p
join purchase_payment m on m.purchase_id = p.id and m.state = 'FUNDED',
lateral (values
    ('MEMBER ' || p.buyer_id,
        p.refunded_minor - p.additional_minor - case when m.external then 0 else p.total_minor end),
    ('MEMBER ' || p.seller_id, case p.status
        when 'D' then p.total_minor - p.fees_minor + p.additional_minor - p.refunded_minor
        when 'C' then 0
        else p.additional_minor - greatest(0, p.refunded_minor - p.total_minor) end),
    ('ESCROW ' || p.id, case when p.status in ('P', 'S') then greatest(0, p.total_minor - p.refunded_minor) else 0 end),
    ('FEES ', case p.status when 'D' then p.fees_minor else 0 end),
    ('CASH ', case when m.external then -p.total_minor else 0 end)) share (account, amount_minor)
where share.amount_minor <> 0 and p.external_id is null
group by p.id
-- right: ledger
select purchase_id, string_agg(account || ' ' || amount_minor, ', ' order by account)
from (
    select t.purchase_id, a.kind || ' ' || a.owner as account, sum(e.amount_minor) as amount_minor
    from (
        select id, split_part(business_ref, ':', 2) as purchase_id from transfer
        where kind in ('MARKET_PAY', 'MARKET_DONE', 'MARKET_CANCEL')
        union all
        select t.id, d.purchase_id::text
        from transfer t join escrow_adjustment d on t.business_ref = 'adjustment:' || d.adjustment_id
        where t.kind = 'ADJUSTMENT') t
    join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
    group by 1, 2) sums
where amount_minor <> 0
group by purchase_id
