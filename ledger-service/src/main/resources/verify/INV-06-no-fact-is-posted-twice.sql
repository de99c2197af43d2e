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
    select 'invoice:' || invoice_id, 1 + cancelled::int from receivable where gross_minor <> 0) f
full join (
    select substring(business_ref from '^[a-z]+:[0-9]+') as fact, count(distinct business_ref) as transfers,
        count(*) as rows
    from transfer where business_ref ~ '^(shelf|deposit|payment|invoice):' group by 1) t on t.fact = f.fact
where f.bookings is distinct from t.transfers or t.rows <> t.transfers
limit 100
