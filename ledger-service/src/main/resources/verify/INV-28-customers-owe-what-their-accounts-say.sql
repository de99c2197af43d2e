-- INV-28: what a customer owes by all his invoices (live: gross - paid, cancelled: -paid) = the turned balance of his
-- account.
select r.customer_id, r.open_minor, e.customer_id as of_customer_id, e.sum_minor
from (
    select customer_id::text, sum(case when cancelled then 0 else gross_minor end - paid_minor) as open_minor
    from receivable group by 1) r
full join (
    select a.owner as customer_id, sum(e.amount_minor) as sum_minor
    from entry e join account a on a.id = e.account_id where a.kind = 'RECEIVABLE' group by 1) e
    on e.customer_id = r.customer_id
where coalesce(r.open_minor, 0) <> -coalesce(e.sum_minor, 0)
limit 100
