-- INV-20: there is one percentage per VAT rate at any instant, now the newest of its history; the 0 % rate exists.
select r.id, r.percentage, n.percentage as newest
from vat_rate r left join lateral (
    select percentage, valid_from from vat_rate_change where vat_rate_id = r.id
    order by valid_from desc, id desc limit 1) n
    on true
where n.percentage is distinct from r.percentage or n.valid_from is distinct from r.valid_from
union all
select 0, 0, null where not exists (select from vat_rate where percentage = 0)
limit 100
