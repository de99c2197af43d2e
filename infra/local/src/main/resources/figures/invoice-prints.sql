-- R-3: printed copies per day are those of the log of prints.
-- table: invoice-prints
-- key: day
-- value: number
-- control: invoice
select day, count(*) from (select (at at time zone '{zone}')::date as day from print_log) printed group by day
