-- R-3: documents and their totals per day are those of the summary of invoices.
-- table: retail-documents
-- key: day
-- value: documents, cancellations, netMinor, vatMinor, grossMinor
-- control: invoice
-- One that was cancelled where it was imported from is told to nobody.
select creation_date, concat_ws('|', count(*), count(*) filter (where kind = 'CANCELLATION'), sum(net_minor),
    sum(vat_minor), sum(gross_minor))
from invoice i where not cancelled or exists (select from invoice c where c.cancels_id = i.id)
group by creation_date
