-- Requests that are not decided; overdue after ten minutes in which an issuer was there, as INV-23 says.
select count(*) as waiting, count(*) filter (where at < now() - interval '10 minutes'
        and exists (select from issuer where valid_from < now() - interval '10 minutes')) as overdue,
    coalesce(extract(epoch from now() - min(at)), 0) as oldest_seconds
from invoice_request where state = 'PENDING'
