create table maintenance (
    only_row boolean primary key default true constraint maintenance_one_row check (only_row),
    is_on boolean not null,
    message text constraint maintenance_message_length check (char_length(message) between 1 and 200),
    since timestamptz not null,
    by_admin_id uuid not null,
    version bigint not null default 0
);
insert into maintenance (is_on, since, by_admin_id) values (false, now(), '00000000-0000-0000-0000-000000000001');
grant update (is_on, message, since, by_admin_id, version) on maintenance to ${app};
