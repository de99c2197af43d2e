create sequence rank_seq increment by 50 start with 101;

create table rank (
    id bigint primary key,
    name text not null constraint rank_name_length check (char_length(name) between 1 and 32),
    debt_limit_minor bigint
        constraint rank_debt_limit_range check (debt_limit_minor between -9999999999 and 9999999999),
    is_system_user boolean not null default false,
    active boolean not null default true,
    version bigint not null default 1 constraint rank_version_positive check (version > 0),
    external_source text,
    external_id text constraint rank_external_id_length check (char_length(external_id) <= 40),
    constraint rank_external unique (external_source, external_id)
);
-- Folded without a locale, whatever the database was created with.
create unique index rank_name on rank (casefold(name collate "pg_unicode_fast"));
grant update (name, debt_limit_minor, is_system_user, active, version) on rank to ${app};

-- The states of a rank's members follow an edit in bounded batches; after_member is the last one done.
create table rank_spread (
    rank_id bigint constraint rank_spread_key primary key constraint rank_spread_rank references rank,
    after_member uuid
);
grant update, delete on rank_spread to ${app};
