-- R-3: opened and, of these, cancelled purchases per month are those that order-service knows.
-- table: market-openings
-- key: month
-- value: opened, cancelled
-- control: order
select month, concat_ws('|', count(*), count(*) filter (where status = 'C')) from (
    select to_char(opened_at at time zone '{zone}', 'YYYY-MM') as month, status
    from market_purchase where opened_at is not null) opened
group by month
