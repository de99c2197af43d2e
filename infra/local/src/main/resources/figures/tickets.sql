-- R-3: tickets opened and closed per day are those of the statistics.
-- table: tickets
-- key: day
-- value: opened, closed
-- control: support
select day, concat_ws('|', count(*) filter (where not closing), count(*) filter (where closing)) from (
    select (created_at at time zone '{zone}')::date as day, false as closing from ticket
    union all
    select (closed_at at time zone '{zone}')::date, true from ticket where closed_at is not null) moves
group by day
