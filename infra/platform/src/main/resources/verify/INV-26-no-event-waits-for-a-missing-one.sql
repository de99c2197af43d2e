-- INV-26: per aggregate versions are applied 1, 2, 3 ...; none waits though its turn has come, or longer than 60 s.
select w.consumer, w.topic, w.key, w.version, w.since, v.version as applied
from inbox_waiting w left join inbox_version v using (consumer, topic, key)
where w.since < now() - interval '60 seconds' or w.version <= v.version + 1
limit 100
