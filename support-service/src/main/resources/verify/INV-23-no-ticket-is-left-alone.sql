-- INV-23: whatever waits has somebody who looks after it: automatic answers fail, missed targets are told, assignments
-- without activity and solved tickets end. Two minutes are given to the jobs; a deployment with other times than 30
-- minutes, 24 hours and 7 days changes this.
select id, status, level, created_at, first_answer_due_at, solution_due_at, touched_at from ticket t
where status = 'O' and level = 'A' and created_at < now() - interval '32 minutes'
    or status in ('O', 'P') and first_answer_at is null and first_answer_breached_at is null
        and first_answer_due_at < now() - interval '2 minutes'
    or status = 'O' and solution_breached_at is null and solution_due_at < now() - interval '2 minutes'
    or status = 'S' and touched_at < now() - interval '7 days 2 minutes'
    or exists (select from assignment a where a.ticket_id = t.id and a.status = 'A'
        and a.last_activity_at < now() - interval '24 hours 2 minutes')
limit 100
