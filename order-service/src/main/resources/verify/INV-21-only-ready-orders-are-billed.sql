-- INV-21: an order that is held for an invoice or has one was ready: something live, and all of that packed at least.
-- Imported orders are taken as they were (G-40).
select o.id, o.invoice_hold, o.live_invoice_id from retail_order o
where (o.invoice_hold or o.live_invoice_id is not null) and o.external_id is null
    and (not exists (select from order_item i where i.order_id = o.id and i.status_id between 5 and 7)
        or exists (select from order_item i where i.order_id = o.id and i.status_id in (1, 2, 3, 4)))
limit 100
