-- INV-37: each change of a ticket that its log shows by staff or the System has exactly one audit row of his; what a
-- change brings along is part of it, and what creators do to their own tickets is no privileged change.
with logged as (
    select l.ticket_id::text as target_id, l.actor_id, case
            when l.action = 'TAKE' then 'take-ticket'
            when l.action = 'RELEASE' and l.detail like '%(RELEASED)' then 'release-ticket'
            when l.action = 'RELEASE' and (l.detail like '%(IDLE)' or l.detail like '%(LEVEL_LOST)')
                then 'end-assignment'
            when l.action = 'ESCALATE' and split_part(l.detail, ' ', 4) in ('(AUTO_ANSWER_FAILED)', '(URGENT)')
                then 'escalate-ticket'
            when l.action = 'ESCALATE' and split_part(l.detail, ' ', 4) in ('(ESCALATED)', '(ESCALATED):')
                then 'escalate-ticket'
            when l.action = 'PRIORITY' then 'prioritise-ticket'
            when l.action = 'STATUS' then 'move-ticket'
            when l.action = 'BREACH' then 'breach-ticket'
            when l.action = 'CLOSE' then 'close-ticket' end as action
    from ticket_log l join ticket t on t.id = l.ticket_id
    where l.external_id is null and l.actor_id <> t.creator_id),
expected as (
    select target_id, actor_id, action, count(*) as times from logged where action is not null
    group by target_id, actor_id, action),
audited as (
    select target_id, actor_id, action, count(*) as times from audit where target_type = 'ticket'
    group by target_id, actor_id, action)
select coalesce(e.target_id, a.target_id) as ticket, coalesce(e.action, a.action) as action, e.times, a.times as audited
from expected e full join audited a
    on a.target_id = e.target_id and a.actor_id = e.actor_id and a.action = e.action
where e.times is distinct from a.times
limit 100
