-- Shaped for Debezium's EventRouter, so that it can replace the relay and no writer changes.
create table outbox (
    id bigint generated always as identity primary key,
    event_id uuid not null,
    topic text not null,
    aggregate_id text not null,
    version bigint not null constraint outbox_version_positive check (version > 0),
    type text not null,
    payload text,
    at timestamptz not null,
    actor_id uuid not null,
    correlation_id text not null,
    imported boolean not null default false,
    traceparent text
) with (
    -- Rows live for milliseconds: dead ones are cleared early and often, or every poll reads past them.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0
);
grant delete on outbox to ${app};

-- The newest version per stream, for writers whose aggregates do not count their events themselves.
create table stream_version (
    topic text not null,
    aggregate_id text not null,
    version bigint not null,
    primary key (topic, aggregate_id)
) with (fillfactor = 70);
grant update on stream_version to ${app};

create table inbox (
    consumer text not null,
    event_id uuid not null,
    digest text not null,
    at timestamptz not null,
    primary key (consumer, event_id)
);
grant delete on inbox to ${app};

create table inbox_version (
    consumer text not null,
    topic text not null,
    key text not null,
    version bigint not null,
    primary key (consumer, topic, key)
) with (fillfactor = 70);
grant update on inbox_version to ${app};

create table inbox_waiting (
    consumer text not null,
    topic text not null,
    key text not null,
    version bigint not null,
    event_id uuid not null,
    type text not null,
    body text,
    at timestamptz not null,
    actor_id uuid not null,
    correlation_id text not null,
    imported boolean not null,
    since timestamptz not null,
    primary key (consumer, topic, key, version)
);
grant delete on inbox_waiting to ${app};

create table reply (
    caller text not null,
    operation text not null,
    key text not null,
    fingerprint text not null,
    status int not null,
    body text not null,
    at timestamptz not null,
    constraint reply_key primary key (caller, operation, key)
);
grant update (body), delete on reply to ${app};
create index reply_at on reply (at);

create table audit (
    id bigint generated always as identity primary key,
    actor_id uuid not null,
    action text not null,
    target_type text not null,
    target_id text not null,
    at timestamptz not null,
    correlation_id text not null
);

create table known_member (
    id uuid primary key,
    subject text constraint known_member_subject unique,
    display_name text not null,
    picture_upload_id bigint,
    status text not null,
    verified boolean not null,
    verified_at timestamptz,
    active boolean not null,
    system_member boolean not null,
    admin boolean not null,
    staff_level int not null,
    has_log_in boolean not null,
    rank_id bigint,
    rank_name text,
    debt_limit_minor bigint,
    customer_id bigint,
    version bigint not null
);
grant update, delete on known_member to ${app};
