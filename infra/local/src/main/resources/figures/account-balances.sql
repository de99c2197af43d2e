-- R-3: each account holds what its entries add up to: credit, escrow, VAT owed, receivables, fees, sales.
-- table: account-balances
-- key: account, owner
-- value: balanceMinor
-- control: ledger
select concat_ws('|', a.kind, a.owner), sum(e.amount_minor)
from account a join entry e on e.account_id = a.id group by a.kind, a.owner
