-- INV-06: no fact is posted twice, and each booked fact of worth is posted exactly as often as it was switched, and
-- once more.
select coalesce(f.fact, t.fact) as fact, f.bookings, t.transfers
from (
    select 'shelf:' || id as fact, version as bookings from shelf_purchase where total_minor <> 0
    union all
    select 'deposit:' || id, case when decided_by is null then version else version - 1 end
    from deposit where status = 'BOOKED'
    union all
    select 'payment:' || id, version from invoice_payment
    union all
    select 'invoice:' || invoice_id, 1 + cancelled::int from receivable where gross_minor <> 0
    union all
    -- An end at which nothing was held or taken moves no money.
    select 'market:' || e.purchase_id, 1 + (case e.status
        when 'RELEASED' then e.total_minor + a.escrow_minor <> 0 or e.fees_minor <> 0
        when 'RETURNED' then e.total_minor - a.buyer_minor <> 0 else false end)::int
    from escrow e cross join lateral (
        select coalesce(sum(escrow_minor), 0) as escrow_minor, coalesce(sum(buyer_minor), 0) as buyer_minor
        from escrow_adjustment a where a.purchase_id = e.purchase_id) a
    where e.status <> 'OPEN'
    union all
    select 'adjustment:' || adjustment_id, 1 from escrow_adjustment where code is null) f
full join (
    select substring(business_ref from '^[a-z]+:[0-9]+') as fact, count(distinct business_ref) as transfers,
        count(*) as rows
    from transfer where business_ref ~ '^(shelf|deposit|payment|invoice|market|adjustment):' group by 1) t
    on t.fact = f.fact
where f.bookings is distinct from t.transfers or t.rows <> t.transfers
limit 100
