-- INV-30: what support-service knows of whose orders and purchases there are is what order-service says.
-- left: order
select concat_ws(' ', 'ORDER', id), customer_id::text from retail_order
union all
select concat_ws(' ', 'PURCHASE', id), concat_ws(',', buyer_id, case when status <> 'R' then seller_id end)
from market_purchase
-- right: support
select concat_ws(' ', t.code, o.target_id), concat_ws(',', o.customer_id, nullif(array_to_string(o.owner_ids, ','), ''))
from object_index o join target_type t on t.id = o.target_type_id
where t.code in ('ORDER', 'PURCHASE')
