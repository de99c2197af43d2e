-- INV-22: a refund, an additional payment and an evaluation have one row of the log each; what a cancellation returns
-- is told by its own row, and what the ledger refused by none.
with acted as (
    select purchase_id, case direction when 'REFUND' then 'R' else 'A' end as action, count(*) as times
    from adjustment where state = 'BOOKED' and not gives_back and external_id is null group by 1, 2),
logged as (
    select purchase_id, action, count(*) as times from purchase_log
    where action in ('R', 'A') and external_id is null group by 1, 2)
select coalesce(a.purchase_id, l.purchase_id) as purchase_id, coalesce(a.action, l.action) as action, a.times, l.times
from acted a full join logged l on l.purchase_id = a.purchase_id and l.action = a.action
where a.times is distinct from l.times
union all
select p.id, 'P', count(y.id), null from market_purchase p
left join purchase_payment y on y.purchase_id = p.id and y.state = 'FUNDED'
where p.external_id is null
group by p.id having (p.paid_at is not null) <> (count(y.id) = 1)
limit 100
