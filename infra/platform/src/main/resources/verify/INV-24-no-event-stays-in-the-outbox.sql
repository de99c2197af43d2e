-- INV-24: every committed event leaves; no outbox row is older than 60 s while the broker is up.
select id, topic, aggregate_id, version, since from outbox
where since < now() - interval '60 seconds' order by id limit 100
