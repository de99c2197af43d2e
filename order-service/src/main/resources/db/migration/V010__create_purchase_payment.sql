create sequence purchase_payment_seq;

-- One attempt to pay (O-23); its id is the request that the ledger answers.
create table purchase_payment (
    id bigint primary key,
    purchase_id bigint not null constraint purchase_payment_purchase references market_purchase (id),
    external boolean not null,
    note text,
    requested_by uuid not null,
    privileged boolean not null,
    at timestamptz not null,
    state text not null,
    code text,
    external_source text,
    external_id text,
    constraint purchase_payment_note_length check (char_length(note) between 1 and 100),
    constraint purchase_payment_state_known check (state in ('PENDING', 'FUNDED', 'REFUSED')),
    constraint purchase_payment_refused_for_a_reason check ((state = 'REFUSED') = (code is not null)),
    constraint purchase_payment_external_whole check ((external_source is null) = (external_id is null)),
    constraint purchase_payment_external_unique unique (external_source, external_id)
);
comment on column purchase_payment.external is 'Came in from outside, noted by an admin.';
grant update (state, code) on purchase_payment to ${app};
create index purchase_payment_purchase_id on purchase_payment (purchase_id, id);
create unique index purchase_payment_one_open on purchase_payment (purchase_id) where state = 'PENDING';
create unique index purchase_payment_one_funded on purchase_payment (purchase_id) where state = 'FUNDED';
alter table market_purchase add constraint market_purchase_pending_payment
    foreign key (pending_payment_id) references purchase_payment (id);
