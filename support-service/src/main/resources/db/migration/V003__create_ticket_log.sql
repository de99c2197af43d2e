create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create table ticket_log (
    id bigint generated always as identity primary key,
    ticket_id bigint not null constraint ticket_log_ticket references ticket (id),
    actor_id uuid not null,
    action text not null,
    detail text not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint ticket_log_action_known check (action in ('OPEN', 'TAKE', 'RELEASE', 'ESCALATE', 'PRIORITY', 'STATUS',
        'BREACH', 'CLOSE')),
    constraint ticket_log_detail_length check (char_length(detail) between 1 and 600),
    constraint ticket_log_external_whole check ((external_source is null) = (external_id is null)),
    constraint ticket_log_external_unique unique (external_source, external_id)
);
comment on column ticket_log.detail is
    'Old and new value, such as OPEN -> PENDING; whose assignment; which target; with the cause behind it.';
create index ticket_log_ticket_id on ticket_log (ticket_id, id);
create trigger ticket_log_append_only before update or delete or truncate on ticket_log
    for each statement execute function refuse_change();
