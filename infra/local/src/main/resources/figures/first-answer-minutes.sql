-- R-3: minutes to the first answer per day of opening and priority are those of the statistics.
-- table: first-answer-minutes
-- key: day, priority
-- value: tickets, meanMinutes, medianMinutes, ninetiethMinutes
-- control: support
select concat_ws('|', day, case priority when 'L' then 'LOW' when 'N' then 'NORMAL'
        when 'H' then 'HIGH' else 'URGENT' end),
    concat_ws('|', count(*), round(avg(minutes), 1),
        round(percentile_disc(0.5) within group (order by minutes), 1),
        round(percentile_disc(0.9) within group (order by minutes), 1))
from (select (created_at at time zone '{zone}')::date as day, priority,
        extract(epoch from first_answer_at - created_at) / 60 as minutes
    from ticket where first_answer_at is not null) took
group by day, priority
