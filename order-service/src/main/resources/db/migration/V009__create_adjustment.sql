create sequence adjustment_seq;

-- A refund or an additional payment (O-27): what was asked for never changes, only what became of it.
create table adjustment (
    id bigint primary key,
    purchase_id bigint not null constraint adjustment_purchase references market_purchase (id),
    receiver_id uuid not null,
    direction text not null,
    value_minor bigint not null,
    reason text,
    at timestamptz not null default now(),
    created_by uuid not null,
    privileged boolean not null,
    gives_back boolean not null,
    state text not null,
    code text,
    version bigint not null default 1,
    external_source text,
    external_id text,
    constraint adjustment_direction_known check (direction in ('REFUND', 'ADDITIONAL')),
    constraint adjustment_value_in_range check (value_minor between 1 and 9999999999),
    constraint adjustment_reason_length check (char_length(reason) between 1 and 1000),
    constraint adjustment_state_known check (state in ('PENDING', 'BOOKED', 'REFUSED')),
    constraint adjustment_refused_for_a_reason check ((state = 'REFUSED') = (code is not null)),
    constraint adjustment_returns_to_the_buyer check (not gives_back or direction = 'REFUND' and state = 'BOOKED'),
    constraint adjustment_external_whole check ((external_source is null) = (external_id is null)),
    constraint adjustment_external_unique unique (external_source, external_id)
);
comment on column adjustment.privileged is 'Made by an admin or by staff with a ticket, which is audited (G-45).';
comment on column adjustment.gives_back is 'Written by the cancellation of a paid purchase (O-30).';
comment on column adjustment.code is 'Problem code of the refusal.';
grant update (state, code, version) on adjustment to ${app};
create index adjustment_purchase_id on adjustment (purchase_id, id);
create unique index adjustment_one_open on adjustment (purchase_id) where state = 'PENDING';
create unique index adjustment_one_returning on adjustment (purchase_id) where gives_back;
alter table market_purchase add constraint market_purchase_pending_adjustment
    foreign key (pending_adjustment_id) references adjustment (id);
