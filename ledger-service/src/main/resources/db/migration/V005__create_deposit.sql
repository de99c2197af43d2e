create sequence deposit_seq increment by 50;
create sequence deposit_batch_seq increment by 50;
create sequence deposit_revocation_seq increment by 50;

create table deposit (
    id bigint primary key,
    at timestamptz not null,
    member_id uuid not null,
    by_admin_id uuid not null,
    amount_minor bigint not null,
    comment text not null,
    revoked boolean not null default false,
    status text not null,
    decided_by uuid,
    decided_at timestamptz,
    batch_id bigint,
    version bigint not null,
    external_source text,
    external_id text,
    constraint deposit_amount_not_zero check (amount_minor <> 0),
    constraint deposit_amount_in_range check (amount_minor between -1000000000 and 1000000000),
    constraint deposit_comment_length check (char_length(comment) between 1 and 64),
    constraint deposit_status_known check (status in ('BOOKED', 'PENDING', 'REJECTED')),
    constraint deposit_decided_whole check ((decided_by is null) = (decided_at is null)),
    constraint deposit_undecided_while_pending check (status <> 'PENDING' or decided_by is null),
    constraint deposit_rejected_by_somebody check (status <> 'REJECTED' or decided_by is not null),
    constraint deposit_decided_by_another check (decided_by <> by_admin_id),
    constraint deposit_revoked_only_booked check (not revoked or status = 'BOOKED'),
    constraint deposit_external_whole check ((external_source is null) = (external_id is null)),
    constraint deposit_external unique (external_source, external_id)
) with (fillfactor = 90);
grant update (revoked, status, decided_by, decided_at, version) on deposit to ${app};
create index deposit_member_at on deposit (member_id, at, id);
create index deposit_at on deposit (at, id);

create table deposit_revocation (
    id bigint primary key,
    deposit_id bigint not null constraint deposit_revocation_deposit references deposit (id),
    revoked boolean not null,
    by_admin_id uuid not null,
    at timestamptz not null
);
create index deposit_revocation_deposit_id on deposit_revocation (deposit_id, id);
create trigger deposit_revocation_append_only before update or delete or truncate on deposit_revocation
    for each statement execute function refuse_change();
