-- INV-37: each change of an order by an admin or the System that its log shows has exactly one audit row of its own, so
-- has each change of a payment method, of the name of a status, of fee models and of tariffs with their extras. Who
-- cancels may be the customer himself.
with logged as (
    select 'order' as target_type, l.order_id::text as target_id, case
            when l.action = 'SUBMIT' then 'place-order'
            when l.action = 'PLACE' then 'accept-order'
            when l.action = 'REJECT' then 'reject-order'
            when l.action = 'STATUS' then 'move-order'
            when l.action = 'PRICE' then 'price-order-item'
            when l.action = 'AMOUNT' then 'change-order-item-amount'
            when l.action = 'CANCEL' and l.item_id is not null then 'cancel-order-item'
            when l.action = 'CANCEL' then 'cancel-order'
            when l.detail = '- -> released' then 'release-order'
            when l.detail = '- -> issued' then 'note-invoice'
            else 'note-cancelled-invoice' end as action
    from order_log l join retail_order o on o.id = l.order_id left join known_customer c on c.id = o.customer_id
    where l.external_id is null and l.action <> 'ITEM_STATUS'
        and (l.action <> 'SUBMIT' or o.placed_by_admin)
        -- What the System moves or cancels is a roll-up, which belongs to the change that brought it along.
        and (l.action not in ('STATUS', 'CANCEL') or l.actor_id <> '00000000-0000-0000-0000-000000000001')
        and (l.action <> 'CANCEL' or l.actor_id <> c.member_id)),
expected as (
    select target_type, target_id, action, count(*) as changes from logged group by 1, 2, 3
    union all select 'payment-method', id::text, '%', version from payment_method where external_id is null
    union all select 'order-status', id::text, '%', version - 1 from order_status
    -- The fee model that is there from the start was added by nobody.
    union all select 'fee-model', id::text, 'add-fee-model', 1 from fee_model where id <> 1 and external_id is null
    union all select 'shipping-tariff', id::text, '%', version from shipping_tariff where external_id is null)
select e.target_type, e.target_id, e.action, e.changes, count(a.id) as audited
from expected e
left join audit a on a.target_type = e.target_type and a.target_id = e.target_id and a.action like e.action
    and a.action not like 'import-%'
group by e.target_type, e.target_id, e.action, e.changes
having count(a.id) <> e.changes
union all
select a.target_type, a.target_id, a.action, 0, count(*)
from audit a
where a.target_type = 'order' and a.action in ('accept-order', 'reject-order', 'move-order', 'price-order-item',
        'change-order-item-amount', 'cancel-order-item', 'release-order', 'note-invoice', 'note-cancelled-invoice')
    and not exists (select from logged l where l.target_id = a.target_id and l.action = a.action)
group by 1, 2, 3
limit 100
