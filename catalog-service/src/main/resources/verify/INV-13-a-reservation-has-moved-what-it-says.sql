-- INV-13: the moves of an order item add up to what its reservation says that it has moved; of a promised item whose
-- product was always counted that is all of it or nothing.
select coalesce(r.order_item_id, m.order_item_id) as order_item_id, r.state, r.quantity, r.moved, m.delta
from reservation r
full join (
    select split_part(business_ref, ':', 3)::bigint as order_item_id, sum(delta) as delta
    from stock_move where kind in ('RETAIL_OUT', 'RETAIL_BACK') group by 1) m
    on m.order_item_id = r.order_item_id
left join stock s on s.product_id = r.product_id
left join promise p on p.order_id = r.order_id
where coalesce(r.moved, 0) <> coalesce(m.delta, 0)
    or (p.accepted and s.tracked and s.tracked_since is null
        and r.moved <> case r.state when 'CONSUMED' then -r.quantity else 0 end)
limit 100
