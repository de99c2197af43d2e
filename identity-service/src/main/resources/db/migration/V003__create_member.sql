create table member (
    id uuid primary key,
    registration_no bigint generated always as identity constraint member_registration_no unique,
    subject text constraint member_subject unique
        constraint member_subject_length check (char_length(subject) <= 64),
    created_at timestamptz not null,
    first_name text constraint member_first_name_length check (char_length(first_name) between 1 and 32),
    last_name text not null constraint member_last_name_length check (char_length(last_name) between 1 and 32),
    login text constraint member_login_length check (char_length(login) between 1 and 50),
    email text constraint member_email_length check (char_length(email) <= 254),
    has_log_in boolean not null default false,
    picture_upload_id bigint,
    status text not null default 'REGISTERED'
        constraint member_status_known check (status in ('REGISTERED', 'VERIFIED', 'ANONYMISED')),
    version bigint not null default 1 constraint member_version_positive check (version > 0),
    -- Numbers of the newest records on the fact topic and on the state topic.
    fact_version bigint not null default 0,
    state_version bigint not null default 0,
    external_source text,
    external_id text constraint member_external_id_length check (char_length(external_id) <= 40),
    constraint member_external unique (external_source, external_id),
    -- Who can log in is known to Keycloak.
    constraint member_log_in_has_subject check (has_log_in = (subject is not null)),
    constraint member_anonymised_is_bare check (status <> 'ANONYMISED'
        or (first_name is null and login is null and email is null and subject is null and picture_upload_id is null))
);
create unique index member_login on member (casefold(login collate "pg_unicode_fast"));
create unique index member_email on member (casefold(email collate "pg_unicode_fast"));
create index member_last_name on member (lower(last_name), id);
grant update (subject, first_name, last_name, login, email, has_log_in, picture_upload_id, status, version, fact_version,
    state_version), delete on member to ${app};
