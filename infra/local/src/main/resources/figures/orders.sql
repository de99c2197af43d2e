-- R-3: orders, their live lines and net per status are those of the orders as they stand.
-- table: orders
-- key: status
-- value: orders, lines, netMinor
-- control: order
select s.code, concat_ws('|', count(distinct o.id), count(i.id), coalesce(sum(i.amount * i.unit_price_minor), 0))
from retail_order o
join order_status s on s.id = o.status_id
left join order_item i on i.order_id = o.id
    and i.status_id <> (select id from order_status where code = 'CANCELLED')
group by s.code
