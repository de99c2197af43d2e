create sequence market_purchase_seq increment by 50;
create sequence market_purchase_line_seq increment by 50;

-- The six parts of an address joined by bars; a bar or backslash in a part is preceded by a backslash.
create function joined_address(name text, street text, zip_code text, city text, country text, phone text)
    returns text language sql immutable parallel safe as $$
    select string_agg(replace(replace(coalesce(part, ''), '\', '\\'), '|', '\|'), '|' order by place)
    from unnest(array [name, street, zip_code, city, country, phone]) with ordinality p (part, place)
$$;

create table market_purchase (
    id bigint primary key,
    buyer_id uuid not null,
    seller_id uuid not null,
    placed_by uuid not null,
    placed_by_admin boolean not null,
    packaging_id bigint not null,
    shipping_tariff_id bigint not null,
    tracked boolean not null,
    fee_model_id bigint not null,
    ship_from_name text,
    ship_from_street text,
    ship_from_zip_code text,
    ship_from_city text,
    ship_from_country text,
    ship_from_phone text,
    ship_to_name text not null,
    ship_to_street text not null,
    ship_to_zip_code text not null,
    ship_to_city text not null,
    ship_to_country text not null,
    ship_to_phone text,
    address_from text generated always as (case when ship_from_name is not null then joined_address(ship_from_name,
        ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country, ship_from_phone) end) stored,
    address_to text generated always as (joined_address(ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city,
        ship_to_country, ship_to_phone)) stored,
    tracking_number text,
    seller_reference text,
    goods_minor bigint not null,
    fees_minor bigint not null,
    shipping_minor bigint not null,
    total_minor bigint not null,
    additional_minor bigint not null default 0,
    refunded_minor bigint not null default 0,
    status text not null,
    pending_action text,
    pending_payment_id bigint,
    pending_adjustment_id bigint,
    reject_reason text,
    asked_at timestamptz,
    submitted_at timestamptz not null,
    opened_at timestamptz,
    paid_at timestamptz,
    shipped_at timestamptz,
    done_at timestamptz,
    cancelled_at timestamptz,
    version bigint not null default 1,
    fact_version bigint not null default 1,
    external_source text,
    external_id text,
    constraint market_purchase_of_two_members check (buyer_id <> seller_id),
    constraint market_purchase_status_known check (status in ('W', 'R', 'O', 'P', 'S', 'D', 'C')),
    constraint market_purchase_amounts_in_range check (goods_minor between 1 and 9999999999
        and fees_minor between 0 and 9999999999 and shipping_minor between 0 and 9999999999
        and total_minor between 1 and 9999999999),
    constraint market_purchase_total_is_the_sum check (total_minor = goods_minor + fees_minor + shipping_minor),
    constraint market_purchase_refunds_covered check (additional_minor >= 0 and refunded_minor >= 0
        and refunded_minor <= total_minor + additional_minor and total_minor + additional_minor <= 9999999999),
    constraint market_purchase_rejected_for_a_reason check ((status = 'R') = (reject_reason is not null)),
    constraint market_purchase_sent_from_somewhere check (status in ('W', 'R') or num_nulls(ship_from_name,
        ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country) = 0),
    constraint market_purchase_asked_while_undecided
        check (asked_at is not null or status <> 'W' and pending_action is null),
    constraint market_purchase_pending_one_thing check (case
        when pending_action is null then num_nonnulls(pending_payment_id, pending_adjustment_id) = 0
        when pending_action = 'PAYMENT'
            then status = 'O' and pending_payment_id is not null and pending_adjustment_id is null
        when pending_action = 'ADJUSTMENT'
            then status in ('P', 'S', 'D') and pending_adjustment_id is not null and pending_payment_id is null
        else false end),
    constraint market_purchase_steps_have_times check (
        (opened_at is not null) = (status not in ('W', 'R'))
        and (paid_at is not null or status in ('W', 'R', 'O', 'C'))
        and (shipped_at is not null) = (status in ('S', 'D'))
        and (done_at is not null) = (status = 'D')
        and (cancelled_at is not null) = (status = 'C')),
    constraint market_purchase_tracking_number_length check (char_length(tracking_number) between 1 and 100),
    constraint market_purchase_seller_reference_length check (char_length(seller_reference) between 1 and 50),
    constraint market_purchase_external_whole check ((external_source is null) = (external_id is null)),
    constraint market_purchase_external_unique unique (external_source, external_id)
) with (fillfactor = 80);
comment on column market_purchase.status is
    'O OPEN, P PAID, S SHIPPED, D DONE, C CANCELLED; before OPEN: W PENDING, R REJECTED.';
comment on column market_purchase.tracked is 'Whether the tariff wants a tracking number (O-24), frozen.';
comment on column market_purchase.additional_minor is 'Sum of the booked additional payments.';
comment on column market_purchase.refunded_minor is 'Sum of the booked refunds, that of a cancellation included.';
comment on column market_purchase.asked_at is 'When catalog or ledger were last asked for what is not decided.';
comment on column market_purchase.fact_version is 'Number of facts told, while version is the ETag.';
grant update (ship_from_name, ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country, ship_from_phone,
    tracking_number, seller_reference, additional_minor, refunded_minor, status, pending_action, pending_payment_id,
    pending_adjustment_id, reject_reason, asked_at, opened_at, paid_at, shipped_at, done_at, cancelled_at, version,
    fact_version) on market_purchase to ${app};
-- In the order of the lists, which put nulls first going up.
create index market_purchase_buyer on market_purchase (buyer_id, opened_at nulls first, id);
create index market_purchase_seller on market_purchase (seller_id, opened_at nulls first, id);
create index market_purchase_opened_at on market_purchase (opened_at nulls first, id);
create index market_purchase_undecided on market_purchase (asked_at, id)
    where status = 'W' or pending_action is not null;
create index market_purchase_unpaid on market_purchase (opened_at, id) where status = 'O' and pending_action is null;
create index market_purchase_unconfirmed on market_purchase (shipped_at, id)
    where status = 'S' and pending_action is null;

create table market_purchase_line (
    id bigint primary key,
    purchase_id bigint not null constraint market_purchase_line_purchase references market_purchase (id),
    line_no int not null,
    listing_id bigint not null,
    title text not null,
    quantity int not null,
    unit_price_minor bigint not null,
    weight_g int not null,
    listing_version bigint not null,
    external_source text,
    external_id text,
    constraint market_purchase_line_once unique (purchase_id, line_no),
    constraint market_purchase_line_no_in_range check (line_no between 1 and 100),
    constraint market_purchase_line_title_length check (char_length(title) between 1 and 64),
    constraint market_purchase_line_quantity_in_range check (quantity between 1 and 10000),
    constraint market_purchase_line_unit_price_in_range check (unit_price_minor between 1 and 9999999999),
    constraint market_purchase_line_weight_in_range check (weight_g between 0 and 100000),
    constraint market_purchase_line_external_whole check ((external_source is null) = (external_id is null)),
    constraint market_purchase_line_external_unique unique (external_source, external_id)
);
comment on column market_purchase_line.listing_version is
    'State of the listing that title, price and weight were taken from.';
create index market_purchase_line_listing on market_purchase_line (listing_id);
create trigger market_purchase_line_append_only before update or delete or truncate on market_purchase_line
    for each statement execute function refuse_change();
