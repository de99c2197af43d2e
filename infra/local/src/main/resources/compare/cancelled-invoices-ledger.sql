-- INV-28: the transfers of a cancelled invoice sum to 0 on each account, and only those of cancelled ones do.
-- left: invoice
select id, 'nothing is left' from invoice
where kind = 'INVOICE' and cancelled and external_id is null and (net_minor <> 0 or vat_minor <> 0)
-- right: ledger
select invoice_id, coalesce(
    string_agg(account || ' ' || amount_minor, ', ' order by account) filter (where amount_minor <> 0),
    'nothing is left')
from (
    select split_part(t.business_ref, ':', 2) as invoice_id, a.kind || ' ' || a.owner as account,
        sum(e.amount_minor) as amount_minor, bool_or(t.kind = 'INVOICE_CANCELLED') as cancelled
    from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
    where t.kind in ('INVOICE', 'INVOICE_CANCELLED')
    group by 1, 2) sums
group by invoice_id having bool_or(cancelled)
