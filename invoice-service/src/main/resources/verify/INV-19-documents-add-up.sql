-- INV-19: net and VAT of a document = the sums of its VAT rows, gross = both, item count = pieces of its lines.
select i.id, i.number, i.net_minor, i.vat_minor, i.gross_minor, i.item_count, v.net, v.vat, l.pieces
from invoice i
left join (select invoice_id, sum(net_minor) as net, sum(vat_minor) as vat from invoice_vat group by invoice_id) v
    on v.invoice_id = i.id
left join (select invoice_id, sum(amount) as pieces from invoice_item group by invoice_id) l on l.invoice_id = i.id
where i.net_minor is distinct from v.net or i.vat_minor is distinct from v.vat
    or i.gross_minor is distinct from v.net + v.vat or i.item_count is distinct from l.pieces
limit 100
