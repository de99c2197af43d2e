-- INV-21: the live invoice that order-service knows of an order is the one there is.
-- left: invoice
select order_id, id from invoice where kind = 'INVOICE' and not cancelled
-- right: order
select id, live_invoice_id from retail_order where live_invoice_id is not null
