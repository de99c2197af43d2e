-- INV-19: document totals follow from the lines: VAT once per rate, half up, a tie away from zero as numeric rounds.
select coalesce(l.invoice_id, v.invoice_id) as invoice_id, l.vat_percentage, l.net_minor,
    v.net_minor as stored_net_minor, round(l.net_minor * l.vat_percentage / 100) as vat_minor,
    v.vat_minor as stored_vat_minor
from (
    select invoice_id, vat_percentage, sum(net_minor) as net_minor
    from invoice_item group by invoice_id, vat_percentage) l
full join invoice_vat v on v.invoice_id = l.invoice_id and v.percentage = l.vat_percentage
where v.net_minor is distinct from l.net_minor
    or v.vat_minor is distinct from round(l.net_minor * l.vat_percentage / 100)
limit 100
