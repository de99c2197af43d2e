-- R-3: tickets that staff have now are those of the statistics.
-- table: staff-load
-- key: staffId
-- value: number
-- control: support
select staff_id, count(*) from assignment where status = 'A' group by staff_id
