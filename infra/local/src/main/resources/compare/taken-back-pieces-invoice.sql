-- INV-28: pieces that a cancelled invoice gave back are those of its lines.
-- left: catalog
-- Of orders that were reserved here; those taken over were never.
select r.order_item_id || ' of invoice ' || r.invoice_id, concat_ws('|', r.order_id, r.product_id, r.quantity)
from reservation r join promise p on p.order_id = r.order_id
where r.state = 'RELEASED' and r.invoice_id is not null and p.accepted
-- within: invoice
select l.order_item_id || ' of invoice ' || i.id, concat_ws('|', i.order_id, l.product_id, l.amount)
from invoice_item l join invoice i on i.id = l.invoice_id
where i.kind = 'INVOICE' and i.cancelled
