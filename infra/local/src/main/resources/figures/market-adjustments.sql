-- R-3: refunds and additional payments per day are those that are booked.
-- table: market-adjustments
-- key: day, direction
-- value: number, valueMinor
-- control: order
select concat_ws('|', day, direction), concat_ws('|', count(*), sum(value_minor)) from (
    select (at at time zone '{zone}')::date as day, direction, value_minor
    from adjustment where state = 'BOOKED') booked
group by day, direction
