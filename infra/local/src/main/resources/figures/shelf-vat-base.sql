-- R-3: the net base of VAT at the shelf, per day of booking and rate, is what went to the sales account.
-- table: shelf-vat-base
-- key: day, percentage
-- value: netMinor
-- control: ledger
select concat_ws('|', day, rate), sum(amount_minor) from (
    select (t.booked_at at time zone '{zone}')::date as day, trim_scale(p.vat_percentage) as rate, e.amount_minor
    from shelf_purchase p
    join transfer t on t.business_ref like 'shelf:' || p.id || ':%'
    join entry e on e.transfer_id = t.id join account a on a.id = e.account_id and a.kind = 'SHELF_SALES') sales
group by day, rate
