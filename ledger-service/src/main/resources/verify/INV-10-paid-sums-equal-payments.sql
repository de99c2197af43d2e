-- INV-10: what is paid of an invoice = its payments that are not revoked, from 0 to the gross sum; once it is cancelled
-- to what was paid then.
select r.invoice_id, r.paid_minor, r.most_minor, r.gross_minor, r.cancelled, coalesce(p.sum_minor, 0) as sum_minor
from receivable r
left join (
    select invoice_id, sum(amount_minor) as sum_minor from invoice_payment where not revoked group by 1) p
    on p.invoice_id = r.invoice_id
where r.paid_minor <> coalesce(p.sum_minor, 0) or r.paid_minor not between 0 and r.most_minor
    or r.most_minor > r.gross_minor or (not r.cancelled and r.most_minor <> r.gross_minor)
limit 100
