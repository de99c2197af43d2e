-- INV-05: no checked posting leaves an account below the floor known at that moment.
select id, transfer_id, account_id, balance_after_minor, floor_at_minor from entry
where floor_at_minor is not null and balance_after_minor < floor_at_minor
limit 100
