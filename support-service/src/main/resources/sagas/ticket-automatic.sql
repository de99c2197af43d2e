-- Tickets that wait for their automatic answer; overdue after its 30 minutes, as INV-23 says.
select count(*) as waiting, count(*) filter (where created_at < now() - interval '32 minutes') as overdue,
    coalesce(extract(epoch from now() - min(created_at)), 0) as oldest_seconds
from ticket where status = 'O' and level = 'A'
