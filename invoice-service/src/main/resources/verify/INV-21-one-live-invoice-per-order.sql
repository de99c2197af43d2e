-- INV-21: at most one live invoice per order, made because order-service released the order; each item of an order is
-- on one live invoice at most.
select order_id, null::bigint as order_item_id, count(*) as live from invoice
where kind = 'INVOICE' and not cancelled group by order_id having count(*) > 1
union all
select min(i.order_id), l.order_item_id, count(*) from invoice i join invoice_item l on l.invoice_id = i.id
where i.kind = 'INVOICE' and not i.cancelled group by l.order_item_id having count(*) > 1
union all
select i.order_id, null, 0 from invoice i
where i.kind = 'INVOICE' and i.external_source is null and not exists (
    select from invoice_request r where r.invoice_id = i.id and r.order_id = i.order_id and r.state = 'ISSUED'
        and r.released)
limit 100
