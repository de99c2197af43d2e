-- INV-35: what was evaluated is done, with levels from 1 to 10, and its log says so once, in the name of that side.
with evaluation as (
    select 'buyer' as side, e.purchase_id, p.status, p.buyer_id as author,
        least(e.level, e.level_pack, e.level_goods) as lowest, greatest(e.level, e.level_pack, e.level_goods) as highest
    from evaluation_buyer e join market_purchase p on p.id = e.purchase_id
    union all
    select 'seller', e.purchase_id, p.status, p.seller_id, e.level, e.level
    from evaluation_seller e join market_purchase p on p.id = e.purchase_id),
logged as (
    select purchase_id, actor_id, count(*) as times from purchase_log where action = 'E' and external_id is null
    group by purchase_id, actor_id)
select coalesce(e.purchase_id, l.purchase_id) as purchase_id, e.side, e.status, e.lowest, e.highest, l.actor_id, l.times
from evaluation e full join logged l on l.purchase_id = e.purchase_id and l.actor_id = e.author
where e.purchase_id is null or l.times is distinct from 1 or e.status <> 'D' or e.lowest < 1 or e.highest > 10
limit 100
