-- INV-26: per aggregate versions are applied 1, 2, 3 ...; no event waits longer than 60 s for a missing one.
select consumer, topic, key, version, since from inbox_waiting where since < now() - interval '60 seconds' limit 100
