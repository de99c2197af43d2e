-- INV-37: each order was decided once, by the System.
select p.order_id, p.accepted, count(a.id) as audited
from promise p left join audit a on a.target_type = 'order' and a.target_id = p.order_id::text
    and a.action = case when p.accepted then 'reserve-stock' else 'refuse-stock' end
    and a.actor_id = '00000000-0000-0000-0000-000000000001'
where p.accepted is not null
group by p.order_id
having count(a.id) <> 1
limit 100
