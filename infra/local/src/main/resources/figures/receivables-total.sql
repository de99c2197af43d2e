-- R-3: all that customers owe is what the ledger's accounts say.
-- table: receivables-total
-- key: customers
-- value: openMinor
-- control: ledger
select 'all', -coalesce(sum(balance_minor), 0) from account where kind = 'RECEIVABLE'
