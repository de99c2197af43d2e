-- R-3: net base and VAT of invoices per day and rate are those of the summary of invoices.
-- table: retail-vat
-- key: day, percentage
-- value: netMinor, vatMinor
-- control: invoice
select concat_ws('|', day, rate), concat_ws('|', sum(net_minor), sum(vat_minor)) from (
    select i.creation_date as day, trim_scale(v.percentage) as rate, v.net_minor, v.vat_minor
    from counted_invoice i join invoice_vat v on v.invoice_id = i.id) owed
group by day, rate
