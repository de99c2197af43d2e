-- R-3: what moved on each account per day of booking.
-- table: account-movements
-- key: day, account, owner
-- value: amountMinor
-- control: ledger
select concat_ws('|', day, kind, owner), sum(amount_minor) from (
    select (t.booked_at at time zone '{zone}')::date as day, a.kind, a.owner, e.amount_minor
    from entry e join transfer t on t.id = e.transfer_id join account a on a.id = e.account_id) moved
group by day, kind, owner
