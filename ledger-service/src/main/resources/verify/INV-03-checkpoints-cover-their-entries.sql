-- INV-03: a community account's checkpoint + later entries = sum of all its entries.
select b.id, b.kind, b.owner, b.balance_minor, coalesce(s.sum_minor, 0) as sum_minor
from community_balance b
left join (select account_id, sum(amount_minor) as sum_minor from entry group by account_id) s on s.account_id = b.id
where b.balance_minor <> coalesce(s.sum_minor, 0)
limit 100
