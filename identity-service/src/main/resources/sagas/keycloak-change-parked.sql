-- Users whose change Keycloak refuses: they wait for an operator, and since when is not kept.
select count(*) as waiting, count(*) as overdue, 0 as oldest_seconds
from keycloak_change where synced < revision and due_at = 'infinity'
