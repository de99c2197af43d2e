-- Users of Keycloak that are behind; overdue when nobody has tried for two minutes.
select count(*) as waiting, count(*) filter (where due_at < now() - interval '2 minutes') as overdue,
    coalesce(greatest(extract(epoch from now() - min(due_at)), 0), 0) as oldest_seconds
from keycloak_change where synced < revision and due_at <> 'infinity'
