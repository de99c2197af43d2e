create table assignment (
    id bigint generated always as identity primary key,
    ticket_id bigint not null constraint assignment_ticket references ticket (id),
    staff_id uuid not null,
    started_at timestamptz not null,
    last_activity_at timestamptz not null,
    status text not null,
    version bigint not null default 1,
    external_source text,
    external_id text,
    constraint assignment_once unique (ticket_id, staff_id),
    constraint assignment_status_known check (status in ('A', 'I', 'C')),
    constraint assignment_active_after_start check (last_activity_at >= started_at),
    constraint assignment_external_whole check ((external_source is null) = (external_id is null)),
    constraint assignment_external_unique unique (external_source, external_id)
) with (fillfactor = 80);
comment on column assignment.status is 'A ACTIVE, I INACTIVE, C CLOSED (final).';
comment on column assignment.started_at is 'When he had the ticket for the first time.';
grant update (last_activity_at, status, version) on assignment to ${app};
create unique index assignment_one_active on assignment (ticket_id) where status = 'A';
create index assignment_idle on assignment (last_activity_at, id) where status = 'A';
create index assignment_staff on assignment (staff_id) where status = 'A';
