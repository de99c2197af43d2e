-- INV-20: at any instant exactly one issuer is in effect, and each invoice names the one at its time of issue.
select null::bigint as invoice_id, valid_from, count(*) as issuers, null::bigint as issuer_id from issuer
group by valid_from having count(*) > 1
union all
select i.id, i.issued_at, 1, i.issuer_id from invoice i
where i.kind = 'INVOICE' and i.external_source is null and i.issuer_id is distinct from (
    select s.id from issuer s where s.valid_from <= i.issued_at order by s.valid_from desc limit 1)
limit 100
