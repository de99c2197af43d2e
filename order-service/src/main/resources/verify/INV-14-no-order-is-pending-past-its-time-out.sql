-- INV-14: no order is pending past its time-out + 60 s; a deployment with another time-out than 10 min changes this.
select id, placed_at, asked_at from retail_order
where status_id = 1 and placed_at < now() - interval '11 minutes' order by id limit 100
