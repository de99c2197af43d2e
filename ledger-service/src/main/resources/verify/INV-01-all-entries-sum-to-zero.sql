-- INV-01: all entries of all accounts sum to 0.
select sum(amount_minor) as sum_minor from entry having sum(amount_minor) <> 0
