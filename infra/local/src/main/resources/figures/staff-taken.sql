-- R-3: tickets taken per day and staff are those of the statistics.
-- table: staff-taken
-- key: day, staffId
-- value: number
-- control: support
select concat_ws('|', day, staff_id), count(*) from (
    select (at at time zone '{zone}')::date as day, actor_id as staff_id from ticket_log where action = 'TAKE') taken
group by day, staff_id
