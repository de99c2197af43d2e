-- R-3: what is open of each invoice is what is demanded and not paid; of a cancelled one, what is to be paid back.
-- table: receivables
-- key: invoiceId, customerId, deadline, live
-- value: openMinor, grossMinor, paidMinor
-- control: ledger
select concat_ws('|', invoice_id, customer_id, payment_deadline,
        case when cancelled then 'false' else 'true' end),
    concat_ws('|', case when cancelled then 0 else gross_minor end - paid_minor, gross_minor, paid_minor)
from receivable
