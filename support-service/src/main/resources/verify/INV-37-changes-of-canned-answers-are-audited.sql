-- INV-37: each change of a canned answer has exactly one audit row of its own, and so has its end.
with expected as (
    select id::text as target_id, version as changes from canned_answer where external_id is null),
audited as (
    select target_id, count(*) filter (where action in ('create-canned-answer', 'edit-canned-answer')) as changes,
        count(*) filter (where action = 'create-canned-answer') as creations,
        count(*) filter (where action = 'delete-canned-answer') as deletions
    from audit where target_type = 'canned-answer' group by target_id)
select coalesce(e.target_id, a.target_id) as target_id, e.changes, a.changes as audited, a.creations, a.deletions
from expected e full join audited a on a.target_id = e.target_id
where e.changes is distinct from a.changes and e.target_id is not null
    or a.creations <> 1
    or a.deletions <> case when e.target_id is null then 1 else 0 end
limit 100
