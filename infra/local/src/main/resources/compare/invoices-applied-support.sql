-- INV-25: support-service has applied every fact of every order's invoices, once.
-- left: invoice
select order_id, version from invoice_stream
-- right: support
select key, version from inbox_version where topic = 'kontor.invoice.invoice.v1'
