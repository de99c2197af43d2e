-- R-3: documents and their totals per day are those of the summary of invoices.
-- table: retail-documents
-- key: day
-- value: documents, cancellations, netMinor, vatMinor, grossMinor
-- control: invoice
select creation_date, concat_ws('|', count(*), count(*) filter (where kind = 'CANCELLATION'), sum(net_minor),
    sum(vat_minor), sum(gross_minor))
from counted_invoice group by creation_date
