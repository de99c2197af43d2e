-- R-3: all that customers owe is what the ledger's accounts say.
-- table: receivables-total
-- key: customers
-- value: openMinor
-- control: ledger
select 'all', -coalesce(sum(e.amount_minor), 0)
from account a join entry e on e.account_id = a.id where a.kind = 'RECEIVABLE'
