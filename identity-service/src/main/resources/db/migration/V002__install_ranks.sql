insert into rank (id, name, debt_limit_minor, active) values
    (1, 'Member', -2000, true),
    (2, 'Alumni', -2000, true),
    (3, 'Contender', 0, true),
    (4, 'Inactive', 0, false);

-- Subscribers count the facts of a rank from 1, so the installed ones are told too. The id is the one the outbox
-- derives.
insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id)
select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 14, 3)
        || to_hex(8 | (('x' || substr(hash, 17, 1))::bit(4)::int & 3)) || substr(hash, 18, 15))::uuid,
    'kontor.identity.rank.v1', id::text, version, 'kontor.identity.rank-created.v1',
    json_build_object('rankId', id, 'name', name, 'debtLimitMinor', debt_limit_minor, 'systemUser', is_system_user,
        'active', active, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text,
    at, '00000000-0000-0000-0000-000000000001', 'installation'
from rank, lateral (select now() as at) t, lateral (
    select encode(sha256(convert_to(E'kontor.identity.rank.v1\n' || id || E'\n' || version, 'UTF8')), 'hex') as hash) h
order by id;
