-- INV-22: the status of an order, and of an item, is what the newest row of its log says.
select 'order' as what, o.id, s.code, l.detail
from retail_order o
join order_status s on s.id = o.status_id
cross join lateral (
    select detail from order_log
    where order_id = o.id and item_id is null and action in ('SUBMIT', 'PLACE', 'REJECT', 'STATUS', 'CANCEL')
    order by id desc limit 1) l
where l.detail not like '% -> ' || s.code
union all
select 'item', i.id, s.code, l.detail
from order_item i
join order_status s on s.id = i.status_id
cross join lateral (
    select detail from order_log
    where order_id = i.order_id and (item_id = i.id and action in ('ITEM_STATUS', 'CANCEL')
        or item_id is null and action in ('SUBMIT', 'PLACE', 'REJECT', 'CANCEL'))
    order by id desc limit 1) l
where l.detail not like '% -> ' || s.code
limit 100
