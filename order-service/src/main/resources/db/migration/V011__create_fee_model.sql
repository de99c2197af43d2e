create table fee_model (
    id bigint generated always as identity primary key,
    name text not null,
    percent numeric(5, 2) not null,
    fixed_minor bigint not null,
    min_minor bigint not null,
    max_minor bigint,
    valid_from timestamptz not null,
    external_source text,
    external_id text,
    constraint fee_model_name_length check (char_length(name) between 1 and 50),
    constraint fee_model_percent_in_range check (percent between 0 and 100),
    constraint fee_model_fixed_in_range check (fixed_minor between 0 and 9999999999),
    constraint fee_model_min_in_range check (min_minor between 0 and 9999999999),
    constraint fee_model_max_in_range check (max_minor between min_minor and 9999999999),
    constraint fee_model_external_whole check ((external_source is null) = (external_id is null)),
    constraint fee_model_external_unique unique (external_source, external_id)
);
create index fee_model_valid_from on fee_model (valid_from, id);
create trigger fee_model_append_only before update or delete or truncate on fee_model
    for each statement execute function refuse_change();

-- One is always in effect.
insert into fee_model (id, name, percent, fixed_minor, min_minor, valid_from)
overriding system value values (1, 'Free', 0, 0, 0, '1970-01-01T00:00:00Z');
alter table fee_model alter column id restart with 2;

-- Subscribers learn of it as of any other. The id is the one the outbox derives.
insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id)
select (lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 14, 3)
        || to_hex(8 | (('x' || substr(hash, 17, 1))::bit(4)::int & 3)) || substr(hash, 18, 15))::uuid,
    'kontor.order.terms.v1', 'fee-model:' || id, 1, 'kontor.order.fee-model-added.v1',
    json_build_object('feeModelId', id, 'name', name, 'percent', percent::int, 'fixedMinor', fixed_minor,
        'minMinor', min_minor, 'maxMinor', max_minor, 'validFrom', '1970-01-01T00:00:00Z',
        'actorId', '00000000-0000-0000-0000-000000000001')::text,
    at, '00000000-0000-0000-0000-000000000001', 'installation'
from fee_model, lateral (select now() as at) t, lateral (
    select encode(sha256(convert_to(E'kontor.order.terms.v1\nfee-model:' || id || E'\n1', 'UTF8')), 'hex') as hash) h;
