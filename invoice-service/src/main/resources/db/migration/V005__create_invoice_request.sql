create sequence invoice_request_seq increment by 50;

create table invoice_request (
    id bigint primary key,
    order_id bigint not null,
    delivery_date date,
    requested_by uuid not null,
    state text not null,
    reason text,
    invoice_id bigint constraint invoice_request_invoice references invoice (id),
    at timestamptz not null,
    automatic boolean not null,
    released boolean not null,
    asked_at timestamptz not null,
    correlation_id text not null,
    version bigint not null,
    constraint invoice_request_state_known check (state in ('PENDING', 'ISSUED', 'REFUSED')),
    constraint invoice_request_invoice_if_issued check ((state = 'ISSUED') = (invoice_id is not null)),
    constraint invoice_request_reason_if_refused check ((state = 'REFUSED') = (reason is not null)),
    constraint invoice_request_issued_if_released check (state <> 'ISSUED' or released),
    constraint invoice_request_one_invoice unique (invoice_id)
);
grant update (state, reason, invoice_id, released, asked_at, version) on invoice_request to ${app};
comment on column invoice_request.automatic is 'Made because order-service released the order by itself.';
comment on column invoice_request.released is 'order-service holds the order for it; it must end in a document.';

-- One question about an order at a time (V-2), and one release by order-service in its life (O-11).
create unique index invoice_request_pending on invoice_request (order_id) where state = 'PENDING';
create unique index invoice_request_automatic on invoice_request (order_id) where automatic;
create index invoice_request_due on invoice_request (id) where state = 'PENDING';
