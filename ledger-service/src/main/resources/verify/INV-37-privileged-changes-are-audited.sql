-- INV-37: each purchase entered by an admin or kiosk, each deposit, decision and switch by an admin, each replenishment
-- and stocktaking and each change of one, each receivable that was opened or closed, each payment and its switches, and
-- each step of an escrow has exactly one audit row; so has everything that was taken over, whoever did it.
select f.target_type, f.target_id, f.changes, count(a.id) as audited
from (
    select 'shelf-purchase' as target_type, p.id::text as target_id,
        (p.entered_via <> 'SELF' or p.external_id is not null)::int
            + count(r.id) filter (where r.actor_id <> p.member_id or r.external_id is not null) as changes,
        count(r.id) filter (where r.actor_id = p.member_id and r.external_id is null) as unclear
    from shelf_purchase p left join shelf_purchase_revocation r on r.purchase_id = p.id group by p.id
    union all
    select 'deposit', id::text, version, 0 from deposit
    union all
    select 'replenishment', id::text, version - 1, 0 from replenishment
    union all
    -- A collection counts the changes of its lines too; what System switched along here was one change for both.
    select 'replenishment-collection', c.id::text, c.version
        - (select sum(l.version - 1) from replenishment l where l.collection_id = c.id)
        + (select count(*) from replenishment_collection_revocation r where r.collection_id = c.id
            and r.external_id is null and r.by_admin_id = '00000000-0000-0000-0000-000000000001'), 0
    from replenishment_collection c
    union all
    select 'stocktaking', id::text, version, 0 from stocktaking_collection
    union all
    select 'receivable', invoice_id::text, 1 + cancelled::int, 0 from receivable
    union all
    select 'invoice-payment', id::text, version, 0 from invoice_payment
    union all
    select 'escrow', e.purchase_id::text, (e.status <> 'OPEN')::int + (e.status in ('RELEASED', 'RETURNED'))::int
        + (select count(*) from escrow_adjustment a where a.purchase_id = e.purchase_id and a.code is null), 0
    from escrow e) f
left join audit a on a.target_type = f.target_type and a.target_id = f.target_id
group by f.target_type, f.target_id, f.changes, f.unclear
having count(a.id) not between f.changes and f.changes + f.unclear
limit 100
