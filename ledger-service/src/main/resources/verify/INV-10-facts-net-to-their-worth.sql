-- INV-10: the transfers of a fact net to 0 if it is revoked or not booked, else to its amount.
select f.fact, f.worth_minor, coalesce(s.sum_minor, 0) as sum_minor
from (
    select 'shelf:' || id as fact, member_id::text as owner,
        case when revoked then 0 else -total_minor end as worth_minor
    from shelf_purchase
    union all
    select 'deposit:' || id, member_id::text, case when revoked or status <> 'BOOKED' then 0 else amount_minor end
    from deposit
    union all
    select 'invoice:' || invoice_id, customer_id::text, case when cancelled then 0 else -gross_minor end from receivable
    union all
    select 'payment:' || p.id, r.customer_id::text, case when p.revoked then 0 else p.amount_minor end
    from invoice_payment p join receivable r on r.invoice_id = p.invoice_id) f
left join (
    select substring(t.business_ref from '^[a-z]+:[0-9]+') as fact, a.owner, sum(e.amount_minor) as sum_minor
    from transfer t join entry e on e.transfer_id = t.id
    join account a on a.id = e.account_id and a.kind in ('MEMBER', 'RECEIVABLE')
    where t.business_ref ~ '^(shelf|deposit|payment|invoice):' group by 1, 2) s
    on s.fact = f.fact and s.owner = f.owner
where f.worth_minor <> coalesce(s.sum_minor, 0)
limit 100
