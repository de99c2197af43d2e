-- Refunds and additional payments that the ledger has not decided; ten minutes are overdue.
select count(*) as waiting, count(*) filter (where a.at < now() - interval '10 minutes') as overdue,
    coalesce(extract(epoch from now() - min(a.at)), 0) as oldest_seconds
from market_purchase m join adjustment a on a.id = m.pending_adjustment_id
where m.pending_action = 'ADJUSTMENT'
