-- Payments that the ledger has not decided; it answers each question, so ten minutes are overdue.
select count(*) as waiting, count(*) filter (where p.at < now() - interval '10 minutes') as overdue,
    coalesce(extract(epoch from now() - min(p.at)), 0) as oldest_seconds
from market_purchase m join purchase_payment p on p.id = m.pending_payment_id
where m.pending_action = 'PAYMENT'
