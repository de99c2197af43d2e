-- INV-23: whatever waits has somebody who looks after it: undecided questions are asked again, unpaid purchases end and
-- shipped ones are done after their days, unless the ledger still decides. Two minutes are given to the jobs; a
-- deployment with other times than 30 s, 7 and 14 days changes this.
select id, status, pending_action, asked_at, opened_at, shipped_at from market_purchase
where (status = 'W' or pending_action is not null) and asked_at < now() - interval '150 seconds'
    or status = 'O' and pending_action is null and opened_at < now() - interval '8 days'
    or status = 'S' and pending_action is null and shipped_at < now() - interval '15 days'
limit 100
