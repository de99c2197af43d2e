-- An instance that runs; one that was killed stops renewing its row, and its streams count no more.
create table stream_instance (
    id uuid primary key,
    alive_until timestamptz not null
);
grant update, delete on stream_instance to ${app};

-- A member has few streams, wherever they are open.
create table open_stream (
    id uuid primary key,
    member_id uuid not null,
    instance_id uuid not null,
    at timestamptz not null,
    constraint open_stream_instance_runs foreign key (instance_id) references stream_instance (id) on delete cascade
);
create index open_stream_by_member on open_stream (member_id);
create index open_stream_by_instance on open_stream (instance_id);
grant delete on open_stream to ${app};
