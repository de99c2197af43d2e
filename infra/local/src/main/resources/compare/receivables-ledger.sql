-- INV-28: what the ledger demands for an invoice, and until when, is what is printed on it.
-- left: invoice
select id, concat_ws('|', number, customer_id, gross_minor, payment_deadline, cancelled)
from invoice where kind = 'INVOICE' and external_id is null
-- right: ledger
select invoice_id, concat_ws('|', number, customer_id, gross_minor, payment_deadline, cancelled) from receivable
