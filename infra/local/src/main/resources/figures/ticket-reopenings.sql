-- R-3: reopenings per day of opening are those of the tickets.
-- table: ticket-reopenings
-- key: day
-- value: tickets, reopened
-- control: support
select day, concat_ws('|', count(*), sum(reopened)) from (
    select (created_at at time zone '{zone}')::date as day, reopened from ticket) opened
group by day
