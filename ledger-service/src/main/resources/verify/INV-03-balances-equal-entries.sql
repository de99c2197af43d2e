-- INV-03: a stored balance = sum of its entries = its newest balance_after; their numbers run 1, 2, 3 ... without gap.
select a.id, a.kind, a.owner, a.balance_minor, a.version, s.sum_minor, s.entries, n.balance_after_minor
from account a
left join (
    select account_id, sum(amount_minor) as sum_minor, count(*) as entries, max(account_version) as newest
    from entry where account_version is not null group by account_id) s on s.account_id = a.id
left join entry n on n.account_id = a.id and n.account_version = s.newest
where a.kind in ('MEMBER', 'ESCROW')
    and (a.balance_minor <> coalesce(s.sum_minor, 0) or a.balance_minor <> coalesce(n.balance_after_minor, 0)
        or a.version <> coalesce(s.entries, 0) or a.version <> coalesce(s.newest, 0))
limit 100
