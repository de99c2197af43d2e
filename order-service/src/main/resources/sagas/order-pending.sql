-- Orders that the catalog has not decided; overdue past the time-out of 10 minutes, as INV-14 says.
select count(*) as waiting, count(*) filter (where placed_at < now() - interval '11 minutes') as overdue,
    coalesce(extract(epoch from now() - min(placed_at)), 0) as oldest_seconds
from retail_order where status_id = 1
