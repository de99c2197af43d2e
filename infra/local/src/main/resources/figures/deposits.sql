-- R-3: deposits and payouts per day are those that are booked and not revoked.
-- table: deposits
-- key: day
-- value: number, depositsMinor, payoutsMinor
-- control: ledger
select day, concat_ws('|', count(*), sum(greatest(amount_minor, 0)), sum(least(amount_minor, 0))) from (
    select (at at time zone '{zone}')::date as day, amount_minor
    from deposit where status = 'BOOKED' and not revoked) booked
group by day
