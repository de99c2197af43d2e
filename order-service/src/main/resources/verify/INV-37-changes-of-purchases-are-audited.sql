-- INV-37: each change of a purchase that its log shows by somebody who is no party of the step, an admin, staff or the
-- System, has exactly one audit row of his; what is rejected and what is made for others too. Opening is the System's.
with logged as (
    select l.purchase_id::text as target_id, case when l.action = 'C' then '00000000-0000-0000-0000-000000000001'
            else l.actor_id end as actor_id, case l.action
            when 'C' then 'open-purchase'
            when 'P' then 'note-purchase-payment'
            when 'S' then 'ship-purchase'
            when 'D' then 'confirm-purchase'
            when 'X' then 'cancel-purchase'
            when 'U' then 'correct-purchase'
            when 'E' then 'evaluate-purchase'
            else 'adjust-purchase' end as action,
        l.action = 'C' or l.actor_id <> p.buyer_id and l.actor_id <> p.seller_id as privileged
    from purchase_log l join market_purchase p on p.id = l.purchase_id where l.external_id is null
    union all
    select id::text, '00000000-0000-0000-0000-000000000001', 'reject-purchase', true
    from market_purchase where status = 'R'
    union all
    select id::text, placed_by, 'create-purchase', placed_by <> buyer_id
    from market_purchase where external_id is null),
expected as (
    select target_id, actor_id, action, count(*) filter (where privileged) as least, count(*) as most
    from logged group by target_id, actor_id, action),
audited as (
    select target_id, actor_id, action, count(*) as times from audit where target_type = 'purchase'
    group by target_id, actor_id, action)
select coalesce(e.target_id, a.target_id) as purchase, coalesce(e.action, a.action) as action, e.least, e.most, a.times
from expected e full join audited a
    on a.target_id = e.target_id and a.actor_id = e.actor_id and a.action = e.action
where coalesce(a.times, 0) not between coalesce(e.least, 0) and coalesce(e.most, 0)
limit 100
