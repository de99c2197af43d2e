-- INV-37: each purchase entered by an admin or kiosk, each deposit, decision and switch by an admin, each replenishment
-- and stocktaking and each change of one has exactly one audit row.
select f.target_type, f.target_id, f.changes, count(a.id) as audited
from (
    select 'shelf-purchase' as target_type, p.id::text as target_id,
        (p.entered_via <> 'SELF')::int + count(r.id) filter (where r.actor_id <> p.member_id) as changes,
        count(r.id) filter (where r.actor_id = p.member_id) as unclear
    from shelf_purchase p left join shelf_purchase_revocation r on r.purchase_id = p.id
    where p.external_id is null group by p.id
    union all
    select 'deposit', id::text, version, 0 from deposit where external_id is null
    union all
    select 'replenishment', id::text, version - 1, 0 from replenishment where external_id is null
    union all
    -- A collection counts the changes of its lines too; what System switched along was one change for both.
    select 'replenishment-collection', c.id::text, c.version
        - (select sum(l.version - 1) from replenishment l where l.collection_id = c.id)
        + (select count(*) from replenishment_collection_revocation r
            where r.collection_id = c.id and r.by_admin_id = '00000000-0000-0000-0000-000000000001'), 0
    from replenishment_collection c where c.external_id is null
    union all
    select 'stocktaking', id::text, version, 0 from stocktaking_collection where external_id is null) f
left join audit a on a.target_type = f.target_type and a.target_id = f.target_id
group by f.target_type, f.target_id, f.changes, f.unclear
having count(a.id) not between f.changes and f.changes + f.unclear
limit 100
