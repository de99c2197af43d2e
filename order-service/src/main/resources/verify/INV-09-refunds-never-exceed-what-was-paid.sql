-- INV-09: refunds, one that is still asked for included, are covered by total and additional payments; what a purchase
-- carries of both is the sum of its booked adjustments; what a cancellation returns leaves nothing to refund.
with booked as (
    select purchase_id,
        coalesce(sum(value_minor) filter (where direction = 'REFUND' and state <> 'REFUSED'), 0) as asked,
        coalesce(sum(value_minor) filter (where direction = 'REFUND' and state = 'BOOKED'), 0) as refunded,
        coalesce(sum(value_minor) filter (where direction = 'ADDITIONAL' and state = 'BOOKED'), 0) as additional
    from adjustment group by purchase_id)
select p.id, p.total_minor, p.additional_minor, p.refunded_minor, b.asked, b.refunded, b.additional
from market_purchase p left join booked b on b.purchase_id = p.id
where coalesce(b.asked, 0) > p.total_minor + p.additional_minor
    or p.refunded_minor <> coalesce(b.refunded, 0)
    or p.additional_minor <> coalesce(b.additional, 0)
    or p.status = 'C' and p.paid_at is not null and p.refunded_minor <> p.total_minor + p.additional_minor
    or p.paid_at is null and b.purchase_id is not null
limit 100
