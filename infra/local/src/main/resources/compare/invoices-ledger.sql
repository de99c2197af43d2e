-- INV-28: net, VAT per rate and gross of an invoice are its entries on RETAIL_SALES, VAT_PAYABLE and RECEIVABLE.
-- left: invoice
-- What is worth 0 books nothing.
select i.id, concat_ws('|', case when i.gross_minor <> 0 then i.customer_id end, nullif(i.net_minor, 0), (
    select string_agg(v.percentage || ' %: ' || v.vat_minor, ', ' order by v.percentage)
    from invoice_vat v where v.invoice_id = i.id and v.vat_minor <> 0), nullif(i.gross_minor, 0))
from invoice i
where i.kind = 'INVOICE' and i.external_id is null and (i.net_minor <> 0 or i.vat_minor <> 0)
-- right: ledger
select split_part(t.business_ref, ':', 2), concat_ws('|', max(a.owner) filter (where a.kind = 'RECEIVABLE'),
    sum(e.amount_minor) filter (where a.kind = 'RETAIL_SALES'),
    string_agg(a.owner::numeric(5, 2) || ' %: ' || e.amount_minor, ', ' order by a.owner::numeric(5, 2))
        filter (where a.kind = 'VAT_PAYABLE'),
    -sum(e.amount_minor) filter (where a.kind = 'RECEIVABLE'))
from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
where t.kind = 'INVOICE'
group by t.id, t.business_ref
