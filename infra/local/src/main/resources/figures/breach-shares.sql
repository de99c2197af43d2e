-- R-3: missed targets per priority, and their share of the tickets, are those of the statistics.
-- table: breach-shares
-- key: target, priority
-- value: number, percent
-- control: support
select concat_ws('|', target, case priority when 'L' then 'LOW' when 'N' then 'NORMAL'
        when 'H' then 'HIGH' else 'URGENT' end),
    concat_ws('|', number, round(100.0 * number / tickets, 1))
from (select priority, count(*) as tickets, count(first_answer_breached_at) as unanswered,
        count(solution_breached_at) as unsolved from ticket group by priority) t,
    lateral (values ('FIRST_ANSWER', unanswered), ('SOLUTION', unsolved)) as missed (target, number)
