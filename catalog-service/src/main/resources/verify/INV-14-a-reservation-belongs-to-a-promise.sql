-- INV-14: who holds stock, or has done so, was promised it; an item of an order that was never promised anything has
-- only given pieces back and taken them out again, by its invoices.
select p.order_id, p.accepted, r.order_item_id, r.state, r.invoice_id
from reservation r join promise p on p.order_id = r.order_id
where not coalesce(p.accepted, false) and (r.state = 'HELD' or (r.state = 'RELEASED' and r.invoice_id is null))
union all
select p.order_id, p.accepted, (line ->> 'orderItemId')::bigint, r.state, r.invoice_id
from promise p cross join json_array_elements(p.answer::json) line
left join reservation r on r.order_id = p.order_id and r.order_item_id = (line ->> 'orderItemId')::bigint
where p.accepted and r.id is null
limit 100
