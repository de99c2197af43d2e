-- INV-18: an invoice is cancelled if and only if a document of the same issuer, order and customer cancels it, line by
-- line with turned signs; one that was imported may have been cancelled before.
select i.id, i.number, i.cancelled, c.id as cancellation_id
from invoice i left join invoice c on c.cancels_id = i.id
where (i.cancelled and c.id is null and i.external_source is null) or (c.id is not null and (not i.cancelled
    or (c.issuer_id, c.order_id, c.customer_id, c.net_minor, c.vat_minor, c.gross_minor, c.item_count)
        <> (i.issuer_id, i.order_id, i.customer_id, -i.net_minor, -i.vat_minor, -i.gross_minor, -i.item_count)
    or exists (
        select from (select * from invoice_item where invoice_id = i.id) a
        full join (select * from invoice_item where invoice_id = c.id) b on b.order_item_id = a.order_item_id
        where (a.product_id, a.name, a.amount, a.unit_price_minor, a.vat_percentage)
            is distinct from (b.product_id, b.name, -b.amount, b.unit_price_minor, b.vat_percentage))))
limit 100
