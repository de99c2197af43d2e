-- R-3: members' credit and debts by their newest rank.
-- table: credit-by-rank
-- key: rank
-- value: owedMinor, debtsMinor
-- control: ledger
select coalesce(m.rank_name, ''),
    concat_ws('|', sum(greatest(a.balance_minor, 0)), sum(greatest(-a.balance_minor, 0)))
from account a left join known_member m on m.id::text = a.owner where a.kind = 'MEMBER' group by m.rank_name
