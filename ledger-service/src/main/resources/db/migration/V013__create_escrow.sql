-- What became of the money of one purchase of the market. What it holds is the balance of its account ESCROW. It opens
-- with the first request for payment, whether that is granted or not.
create table escrow (
    purchase_id bigint not null,
    buyer_id uuid not null,
    seller_id uuid not null,
    total_minor bigint not null,
    external boolean not null default false,
    paid_minor bigint not null default 0,
    fees_minor bigint,
    status text not null default 'OPEN',
    version bigint not null default 0,
    constraint escrow_once primary key (purchase_id),
    constraint escrow_parties_differ check (buyer_id <> seller_id),
    constraint escrow_total_in_range check (total_minor between 1 and 9999999999),
    constraint escrow_paid_in_range check (paid_minor between 0 and 9999999999),
    constraint escrow_status_known check (status in ('OPEN', 'FUNDED', 'RELEASED', 'RETURNED')),
    constraint escrow_unpaid_has_nothing check (status in ('FUNDED', 'RELEASED') or paid_minor = 0),
    constraint escrow_fees_when_released check ((fees_minor is not null) = (status = 'RELEASED')),
    constraint escrow_fees_in_range check (fees_minor between 0 and 9999999999)
) with (fillfactor = 80);
grant update (external, paid_minor, fees_minor, status, version) on escrow to ${app};
comment on column escrow.external is 'The total came in from outside, to CASH.';
comment on column escrow.paid_minor is 'Of the buyer: total + additional payments - refunds; 0 once returned.';

-- First answers to requests for payment; without a code it was paid. Whoever asks again is told the very same (G-35).
create table escrow_payment (
    purchase_id bigint not null constraint escrow_payment_escrow references escrow (purchase_id),
    request_id bigint not null,
    code text,
    at timestamptz not null,
    constraint escrow_payment_once primary key (purchase_id, request_id)
);
create trigger escrow_payment_append_only before update or delete or truncate on escrow_payment
    for each statement execute function refuse_change();

-- The same for refunds and additional payments, with what was posted for each.
create table escrow_adjustment (
    adjustment_id bigint not null,
    purchase_id bigint not null constraint escrow_adjustment_escrow references escrow (purchase_id),
    direction text not null,
    value_minor bigint not null,
    escrow_minor bigint not null,
    seller_minor bigint not null,
    buyer_minor bigint not null,
    code text,
    at timestamptz not null,
    constraint escrow_adjustment_once primary key (adjustment_id),
    constraint escrow_adjustment_direction_known check (direction in ('REFUND', 'ADDITIONAL')),
    constraint escrow_adjustment_value_in_range check (value_minor between 1 and 9999999999),
    constraint escrow_adjustment_balanced check (escrow_minor + seller_minor + buyer_minor = 0 and escrow_minor <= 0),
    constraint escrow_adjustment_fits check (buyer_minor = case when code is not null then 0
        when direction = 'REFUND' then value_minor else -value_minor end)
);
create index escrow_adjustment_purchase_id on escrow_adjustment (purchase_id, adjustment_id);
create trigger escrow_adjustment_append_only before update or delete or truncate on escrow_adjustment
    for each statement execute function refuse_change();
