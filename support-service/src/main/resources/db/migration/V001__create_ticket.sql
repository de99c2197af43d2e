create sequence ticket_seq increment by 50;

create table ticket (
    id bigint primary key,
    creator_id uuid not null,
    subject text not null,
    conversation_id bigint,
    target_type_id bigint,
    target_id text,
    level text not null default 'A',
    priority text not null default 'N',
    status text not null default 'O',
    created_at timestamptz not null,
    closed_at timestamptz,
    first_answer_at timestamptz,
    first_answer_due_at timestamptz not null,
    first_answer_breached_at timestamptz,
    open_seconds bigint not null default 0,
    open_since timestamptz,
    solution_due_at timestamptz,
    solution_breached_at timestamptz,
    reopened int not null default 0,
    touched_at timestamptz not null,
    version bigint not null default 1,
    fact_version bigint not null default 1,
    external_source text,
    external_id text,
    constraint ticket_conversation_unique unique (conversation_id),
    constraint ticket_subject_length check (char_length(subject) between 1 and 120),
    constraint ticket_target_whole check ((target_type_id is null) = (target_id is null)),
    constraint ticket_target_id_length check (char_length(target_id) between 1 and 40),
    constraint ticket_level_known check (level in ('A', '1', '2', 'C')),
    constraint ticket_priority_known check (priority in ('L', 'N', 'H', 'U')),
    constraint ticket_status_known check (status in ('O', 'P', 'S', 'C')),
    constraint ticket_closed_at_some_time check ((closed_at is not null) = (status = 'C')),
    constraint ticket_time_runs_while_open
        check ((open_since is not null) = (status = 'O') and (solution_due_at is not null) = (status = 'O')),
    constraint ticket_open_seconds_not_negative check (open_seconds >= 0),
    constraint ticket_reopened_not_negative check (reopened >= 0),
    constraint ticket_answered_after_creation check (first_answer_at >= created_at),
    constraint ticket_external_whole check ((external_source is null) = (external_id is null)),
    constraint ticket_external_unique unique (external_source, external_id)
) with (fillfactor = 80);
comment on column ticket.level is 'A AUTO, 1 SUPPORT_1, 2 SUPPORT_2, C CHIEF.';
comment on column ticket.priority is 'L LOW, N NORMAL, H HIGH, U URGENT.';
comment on column ticket.status is 'O OPEN, P PENDING (waits for the creator), S SOLVED, C CLOSED.';
comment on column ticket.conversation_id is 'Null until chat has opened it.';
comment on column ticket.open_seconds is 'Running time of the stretches in OPEN that are over.';
comment on column ticket.open_since is 'Start of the stretch that is not over.';
comment on column ticket.solution_due_at is 'When it will have been OPEN for as long as its priority allows.';
comment on column ticket.touched_at is 'Newest message or action, from which a SOLVED ticket counts its days.';
comment on column ticket.fact_version is 'Number of facts told, while version is the ETag.';
grant update (conversation_id, level, priority, status, closed_at, first_answer_at, first_answer_due_at,
    first_answer_breached_at, open_seconds, open_since, solution_due_at, solution_breached_at, reopened, touched_at,
    version, fact_version) on ticket to ${app};
-- Lists, in the order in which they are read; what is not closed has an index of its own, for most tickets are.
create index ticket_creator on ticket (creator_id, created_at nulls first, id);
create index ticket_created_at on ticket (created_at nulls first, id);
create index ticket_priority on ticket ((position(priority in 'LNHU')) nulls first, id);
create index ticket_first_answer_due_at on ticket (first_answer_due_at nulls first, id);
create index ticket_waiting_due_at on ticket (first_answer_due_at nulls first, id) where status <> 'C';
create index ticket_target on ticket (target_id, target_type_id) where target_id is not null;
-- Jobs.
create index ticket_unhelped on ticket (created_at, id) where status = 'O' and level = 'A';
create index ticket_unanswered on ticket (first_answer_due_at, id)
    where status in ('O', 'P') and first_answer_at is null and first_answer_breached_at is null;
create index ticket_unsolved on ticket (solution_due_at, id) where status = 'O' and solution_breached_at is null;
create index ticket_long_solved on ticket (touched_at, id) where status = 'S';

-- What no program may do: S-4 and S-10.
create function refuse_return() returns trigger language plpgsql as $$
begin
    if position(new.level in 'A12C') < position(old.level in 'A12C') then
        raise exception 'levels only climb' using errcode = 'check_violation', constraint = 'ticket_level_climbs';
    end if;
    if old.status = 'C' and (new.status, new.level, new.priority) is distinct from ('C', old.level, old.priority) then
        raise exception 'closed is closed' using errcode = 'check_violation', constraint = 'ticket_closed_is_final';
    end if;
    return new;
end
$$;
create trigger ticket_goes_one_way before update on ticket for each row execute function refuse_return();
