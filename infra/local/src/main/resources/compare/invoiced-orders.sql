-- INV-28: a live invoice and its order have the same net and the same number of lines (but for imported ones).
-- left: invoice
select order_id, concat_ws('|', id, net_minor, (select count(*) from invoice_item l where l.invoice_id = i.id))
from invoice i where kind = 'INVOICE' and not cancelled and external_id is null
-- within: order
select id, concat_ws('|', live_invoice_id, net_minor, item_count) from retail_order where live_invoice_id is not null
