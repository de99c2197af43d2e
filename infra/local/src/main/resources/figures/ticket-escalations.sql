-- R-3: steps that tickets climbed, by level, are those of the statistics.
-- table: ticket-escalations
-- key: level
-- value: number
-- control: support
select case step.level when 'A' then 'AUTO' when '1' then 'SUPPORT_1'
    when '2' then 'SUPPORT_2' else 'CHIEF' end, count(t.id)
from (values ('1'), ('2'), ('C')) as step (level)
join ticket t on position(t.level in 'A12C') >= position(step.level in 'A12C')
group by step.level
