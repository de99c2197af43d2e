-- INV-14: no purchase is pending past its time-out + 60 s; a deployment with another time-out than 10 min changes this.
select id, submitted_at, asked_at from market_purchase
where status = 'W' and submitted_at < now() - interval '11 minutes' order by id limit 100
