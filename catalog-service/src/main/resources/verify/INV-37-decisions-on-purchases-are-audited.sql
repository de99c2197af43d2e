-- INV-37: each purchase was decided once and has ended at most once, by the System.
with steps as (
    select purchase_id, case when accepted then 'reserve-listing' else 'refuse-listing' end as action
    from deal where accepted is not null
    union all
    select distinct purchase_id, case state when 'CONSUMED' then 'consume-listing' else 'release-listing' end
    from listing_reservation where state <> 'HELD'),
audited as (
    select target_id, action, count(*) as rows from audit
    where target_type = 'purchase' and actor_id = '00000000-0000-0000-0000-000000000001' group by target_id, action)
select coalesce(s.purchase_id::text, a.target_id) as purchase_id, coalesce(s.action, a.action) as action, a.rows
from steps s full join audited a on a.target_id = s.purchase_id::text and a.action = s.action
where s.purchase_id is null or a.rows is distinct from 1
limit 100
