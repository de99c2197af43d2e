create table jar (
    id bigint generated always as identity primary key,
    name text not null,
    amount_minor bigint not null default 0 constraint jar_amount_not_negative check (amount_minor >= 0),
    filled_at timestamptz,
    version bigint not null default 1,
    events bigint not null default 0
);
grant update on jar to ${app};

-- What a listener did, row by row and without a unique key, so that a doubled effect shows.
create table effect (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    version bigint not null,
    event_id uuid not null,
    actor_id uuid not null,
    word text
);
