create sequence invoice_payment_seq increment by 50;
create sequence invoice_payment_revocation_seq increment by 50;

create table receivable (
    invoice_id bigint primary key,
    number text not null,
    customer_id bigint not null,
    gross_minor bigint not null,
    paid_minor bigint not null,
    most_minor bigint not null,
    payment_deadline date not null,
    cancelled boolean not null default false,
    version bigint not null,
    constraint receivable_number_length check (char_length(number) between 1 and 40),
    constraint receivable_gross_in_range check (gross_minor between 0 and 9999999999),
    constraint receivable_paid_in_range check (paid_minor between 0 and most_minor),
    constraint receivable_most_fits check (most_minor <= gross_minor and (cancelled or most_minor = gross_minor))
) with (fillfactor = 80);
grant update (paid_minor, most_minor, cancelled, version) on receivable to ${app};
comment on column receivable.most_minor is 'What may be paid in all: gross; once cancelled, what was paid then.';
create index receivable_customer_deadline on receivable (customer_id, payment_deadline, invoice_id);
create index receivable_deadline on receivable (payment_deadline, invoice_id);

create table invoice_payment (
    id bigint primary key,
    invoice_id bigint not null constraint invoice_payment_receivable references receivable (invoice_id),
    amount_minor bigint not null,
    received_on date not null,
    comment text,
    by_admin_id uuid not null,
    revoked boolean not null default false,
    at timestamptz not null,
    version bigint not null,
    constraint invoice_payment_amount_not_zero check (amount_minor <> 0),
    constraint invoice_payment_amount_in_range check (amount_minor between -9999999999 and 9999999999),
    constraint invoice_payment_comment_length check (char_length(comment) between 1 and 64)
) with (fillfactor = 90);
grant update (revoked, version) on invoice_payment to ${app};
create index invoice_payment_invoice_id on invoice_payment (invoice_id, id);

create table invoice_payment_revocation (
    id bigint primary key,
    payment_id bigint not null constraint invoice_payment_revocation_payment references invoice_payment (id),
    revoked boolean not null,
    by_admin_id uuid not null,
    at timestamptz not null
);
create index invoice_payment_revocation_payment_id on invoice_payment_revocation (payment_id, id);
create trigger invoice_payment_revocation_append_only
    before update or delete or truncate on invoice_payment_revocation
    for each statement execute function refuse_change();
