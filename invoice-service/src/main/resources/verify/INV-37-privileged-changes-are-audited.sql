-- INV-37: each invoice that was issued, each cancellation, each request of an admin and its refusal, and each change
-- of an issuer has exactly one audit row.
select c.action, c.target_id, count(a.id) as audited
from (
    select case kind when 'INVOICE' then 'issue-invoice' else 'cancel-invoice' end as action,
        case kind when 'INVOICE' then id else cancels_id end::text as target_id
    from invoice where external_source is null
    union all
    select 'request-invoice', id::text from invoice_request where not automatic
    union all
    select 'refuse-invoice-request', id::text from invoice_request where state = 'REFUSED'
    union all
    select 'add-issuer', id::text from issuer where external_source is null) c
left join audit a on a.action = c.action and a.target_id = c.target_id
group by c.action, c.target_id having count(a.id) <> 1
union all
select 'edit-issuer', s.id::text, count(a.id) from issuer s
left join audit a on a.action = 'edit-issuer' and a.target_id = s.id::text
where s.external_source is null group by s.id, s.version having count(a.id) <> s.version - 1
limit 100
