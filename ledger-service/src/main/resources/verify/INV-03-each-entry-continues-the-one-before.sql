-- INV-03: within an account each balance_after = the one before it + the amount.
select account_id, account_version, amount_minor, balance_after_minor, before_minor
from (
    select account_id, account_version, amount_minor, balance_after_minor,
        lag(balance_after_minor, 1, 0::bigint) over (partition by account_id order by account_version) as before_minor
    from entry where account_version is not null) e
where balance_after_minor <> before_minor + amount_minor
limit 100
