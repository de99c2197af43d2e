create sequence retail_order_seq increment by 50;
create sequence order_item_seq increment by 50;
create sequence amount_request_seq;

create table retail_order (
    id bigint primary key,
    customer_id bigint not null,
    placed_by uuid not null,
    placed_by_admin boolean not null,
    placed_at timestamptz not null,
    deadline timestamptz not null,
    customer_site_id bigint not null,
    ship_to_name text not null,
    ship_to_street text not null,
    ship_to_zip_code text not null,
    ship_to_city text not null,
    ship_to_country text not null,
    ship_to_phone text,
    billing_site_id bigint,
    payment_method_id bigint not null constraint retail_order_payment_method references payment_method (id),
    status_id bigint not null constraint retail_order_status references order_status (id),
    reject_reason text,
    delivered_at timestamptz,
    auto_invoiced boolean not null default false,
    invoice_hold boolean not null default false,
    live_invoice_id bigint,
    asked_at timestamptz,
    net_minor bigint not null,
    item_count int not null,
    version bigint not null default 1,
    fact_version bigint not null default 1,
    external_source text,
    external_id text,
    constraint retail_order_deadline_not_before_placed check (deadline >= placed_at),
    constraint retail_order_net_in_range check (net_minor between 0 and 9999999999),
    constraint retail_order_item_count_in_range check (item_count between 0 and 100),
    constraint retail_order_rejected_for_a_reason check ((status_id = 2) = (reject_reason is not null)),
    constraint retail_order_delivered_at_some_time check ((status_id = 7) = (delivered_at is not null)),
    constraint retail_order_asked_while_pending check (status_id <> 1 or asked_at is not null),
    constraint retail_order_held_without_invoice check (not invoice_hold or live_invoice_id is null),
    constraint retail_order_external_whole check ((external_source is null) = (external_id is null)),
    constraint retail_order_external_unique unique (external_source, external_id)
) with (fillfactor = 80);
comment on column retail_order.live_invoice_id is 'Invoice of the order that is issued and not cancelled.';
comment on column retail_order.asked_at is 'When the catalog was last asked for the lines.';
comment on column retail_order.net_minor is 'Net of the items that are not cancelled.';
comment on column retail_order.item_count is 'Items that are not cancelled.';
comment on column retail_order.fact_version is 'Number of facts told, while version is the ETag.';
grant update (deadline, billing_site_id, payment_method_id, status_id, reject_reason, delivered_at, auto_invoiced,
    invoice_hold, live_invoice_id, asked_at, net_minor, item_count, version, fact_version) on retail_order to ${app};
create index retail_order_customer on retail_order (customer_id, placed_at, id);
create index retail_order_placed_at on retail_order (placed_at, id);
create index retail_order_payment_method_id on retail_order (payment_method_id);
create index retail_order_pending on retail_order (asked_at, id) where status_id = 1;

create table order_item (
    id bigint primary key,
    order_id bigint not null constraint order_item_order references retail_order (id),
    line_no int not null,
    product_id bigint not null,
    amount int not null,
    unit_price_minor bigint not null,
    product_version bigint,
    price_set_by uuid,
    status_id bigint not null constraint order_item_status references order_status (id),
    request_id bigint,
    requested_amount int,
    requested_price_minor bigint,
    requested_by uuid,
    requested_at timestamptz,
    request_state text,
    request_code text,
    version bigint not null default 1,
    external_source text,
    external_id text,
    constraint order_item_line_once unique (order_id, line_no),
    constraint order_item_line_no_in_range check (line_no between 1 and 100),
    constraint order_item_amount_in_range check (amount between 1 and 10000),
    constraint order_item_unit_price_in_range check (unit_price_minor between 0 and 9999999999),
    constraint order_item_price_has_a_source check (product_version is not null or external_id is not null),
    constraint order_item_requested_amount_in_range check (requested_amount between 1 and 10000),
    constraint order_item_requested_price_in_range check (requested_price_minor between 0 and 9999999999),
    constraint order_item_request_state_known check (request_state in ('PENDING', 'DONE', 'REFUSED')),
    constraint order_item_request_whole check (num_nulls(request_id, requested_amount, requested_price_minor,
        requested_by, requested_at, request_state) in (0, 6)),
    constraint order_item_refused_for_a_reason
        check ((request_code is not null) = (request_state is not distinct from 'REFUSED')),
    constraint order_item_external_whole check ((external_source is null) = (external_id is null)),
    constraint order_item_external_unique unique (external_source, external_id)
) with (fillfactor = 80);
comment on column order_item.request_id is 'Newest question for another amount (O-8); its answer names it.';
grant update (amount, unit_price_minor, price_set_by, status_id, request_id, requested_amount, requested_price_minor,
    requested_by, requested_at, request_state, request_code, version) on order_item to ${app};
create index order_item_product on order_item (product_id, order_id);
create index order_item_requested on order_item (requested_at, order_id) where request_state = 'PENDING';
