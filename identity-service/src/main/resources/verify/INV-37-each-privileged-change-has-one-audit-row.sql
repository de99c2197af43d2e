-- INV-37: verifications, ranks, admin flags and staff grants have as many audit rows as changes, per member and actor.
with changed as (
    select 'verify-member' as action, member_id, by_admin_id from member_verification where external_id is null
    union all
    select 'change-rank', k.member_id, k.by_admin_id from rank_change k
    where k.external_id is null and not exists (select 1 from member_verification v
        where v.member_id = k.member_id and v.at = k.at)
    union all
    select 'change-admin', member_id, by_admin_id from admin_change where external_id is null
    union all
    select 'change-staff-grant', member_id, by_admin_id from staff_grant_change where external_id is null),
changes as (select action, member_id::text as target_id, by_admin_id as actor_id, count(*) as number
    from changed group by 1, 2, 3),
audited as (select action, target_id, actor_id, count(*) as number from audit
    where action in ('verify-member', 'change-rank', 'change-admin', 'change-staff-grant') group by 1, 2, 3)
select action, target_id, actor_id, c.number as changes, a.number as audited
from changes c full join audited a using (action, target_id, actor_id)
where c.number is distinct from a.number
limit 100
