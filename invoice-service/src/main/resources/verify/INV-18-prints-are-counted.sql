-- INV-18: the print counter = the rows of the print log, which run without gap up to it; an imported document had been
-- printed before.
select i.id, i.number, i.printed_copies, count(p.id) as prints, min(p.copy_no) as least, max(p.copy_no) as most
from invoice i left join print_log p on p.invoice_id = i.id
group by i.id, i.number, i.printed_copies, i.external_source
having (count(p.id) > 0 and (max(p.copy_no) <> i.printed_copies
        or max(p.copy_no) - min(p.copy_no) + 1 <> count(p.id)))
    or (i.external_source is null and count(p.id) <> i.printed_copies)
limit 100
