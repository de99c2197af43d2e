-- Solved tickets, which close by themselves; overdue after their 7 days, as INV-23 says.
select count(*) as waiting, count(*) filter (where touched_at < now() - interval '7 days 2 minutes') as overdue,
    coalesce(extract(epoch from now() - min(touched_at)), 0) as oldest_seconds
from ticket where status = 'S'
