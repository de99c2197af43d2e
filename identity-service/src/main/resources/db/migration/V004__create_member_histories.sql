create sequence member_verification_seq increment by 50;
create table member_verification (
    id bigint primary key,
    member_id uuid not null constraint member_verification_member references member
        constraint member_verification_once unique,
    by_admin_id uuid not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint member_verification_external unique (external_source, external_id)
);

create sequence rank_change_seq increment by 50;
create table rank_change (
    id bigint primary key,
    member_id uuid not null constraint rank_change_member references member,
    rank_id bigint not null constraint rank_change_rank references rank,
    by_admin_id uuid not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint rank_change_external unique (external_source, external_id)
);
create index rank_change_newest on rank_change (member_id, at desc, id desc) include (rank_id);
create index rank_change_by_rank on rank_change (rank_id);

create sequence admin_change_seq increment by 50;
create table admin_change (
    id bigint primary key,
    member_id uuid not null constraint admin_change_member references member,
    by_admin_id uuid not null,
    is_admin boolean not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint admin_change_external unique (external_source, external_id)
);
create index admin_change_newest on admin_change (member_id, at desc, id desc) include (is_admin);
-- Only the first admin has made himself one: the last word on racing claims.
create unique index admin_change_first on admin_change ((true)) where is_admin and member_id = by_admin_id;

create sequence staff_grant_change_seq increment by 50;
create table staff_grant_change (
    id bigint primary key,
    member_id uuid not null constraint staff_grant_change_member references member,
    grant_code text not null
        constraint staff_grant_change_grant_known check (grant_code in ('SUPPORT_1', 'SUPPORT_2', 'SUPPORT_CHIEF')),
    granted boolean not null,
    by_admin_id uuid not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint staff_grant_change_external unique (external_source, external_id)
);
create index staff_grant_change_newest on staff_grant_change (member_id, grant_code, at desc, id desc) include (granted);

-- One row, locked by everything that could take away a usable admin or make the first one.
create table admin_set (only_row boolean primary key default true constraint admin_set_one_row check (only_row));
insert into admin_set default values;
-- Locking a row needs the right to update it.
grant update on admin_set to ${app};
