-- Tickets for which chat has not opened a conversation; it opens each, so ten minutes are overdue.
select count(*) as waiting, count(*) filter (where created_at < now() - interval '10 minutes') as overdue,
    coalesce(extract(epoch from now() - min(created_at)), 0) as oldest_seconds
from ticket where status <> 'C' and conversation_id is null
