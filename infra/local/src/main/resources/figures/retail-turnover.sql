-- R-3: turnover of invoices per day and product is the lines of the documents of that day.
-- table: retail-turnover
-- key: day, productId
-- value: pieces, netMinor
-- control: invoice
select concat_ws('|', day, product_id), concat_ws('|', sum(amount), sum(net_minor)) from (
    select i.creation_date as day, l.product_id, l.amount, l.net_minor
    from counted_invoice i join invoice_item l on l.invoice_id = i.id) sold
group by day, product_id
