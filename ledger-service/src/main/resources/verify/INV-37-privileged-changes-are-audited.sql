-- INV-37: each purchase entered by an admin or kiosk, each deposit, decision and switch by an admin has exactly one
-- audit row.
select f.target_type, f.target_id, f.changes, count(a.id) as audited
from (
    select 'shelf-purchase' as target_type, p.id::text as target_id,
        (p.entered_via <> 'SELF')::int + count(r.id) filter (where r.actor_id <> p.member_id) as changes,
        count(r.id) filter (where r.actor_id = p.member_id) as unclear
    from shelf_purchase p left join shelf_purchase_revocation r on r.purchase_id = p.id
    where p.external_id is null group by p.id
    union all
    select 'deposit', id::text, version, 0 from deposit where external_id is null) f
left join audit a on a.target_type = f.target_type and a.target_id = f.target_id
group by f.target_type, f.target_id, f.changes, f.unclear
having count(a.id) not between f.changes and f.changes + f.unclear
limit 100
