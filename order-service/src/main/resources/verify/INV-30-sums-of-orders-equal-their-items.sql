-- INV-30: net and number of items that an order carries are those of its items that are not cancelled.
select o.id, o.net_minor, o.item_count, count(i.id) as items, coalesce(sum(i.amount * i.unit_price_minor), 0) as net
from retail_order o left join order_item i on i.order_id = o.id and i.status_id <> 8
group by o.id
having o.item_count <> count(i.id) or o.net_minor <> coalesce(sum(i.amount * i.unit_price_minor), 0)
limit 100
