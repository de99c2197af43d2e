create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- Locked while a document is issued, so that numbers have no gap and rise with the time of issue (V-8).
create table series (
    issuer_id bigint not null constraint series_issuer references issuer (id),
    year int not null,
    next_no int not null default 1,
    issued_at timestamptz,
    constraint series_key primary key (issuer_id, year),
    constraint series_next_no_positive check (next_no > 0)
);
grant update (next_no, issued_at) on series to ${app};
comment on column series.issued_at is 'When its newest document was issued.';

create table invoice (
    id bigint generated always as identity primary key,
    kind text not null,
    series_issuer_id bigint,
    series_year int,
    seq_no int,
    number text not null,
    issuer_id bigint not null constraint invoice_issuer references issuer (id),
    order_id bigint not null,
    customer_id bigint not null,
    customer_name text not null,
    customer_zip_code text not null,
    customer_city text not null,
    customer_street text not null,
    customer_country text not null,
    customer_tax_identifier text,
    ship_to_name text not null,
    ship_to_street text not null,
    ship_to_zip_code text not null,
    ship_to_city text not null,
    ship_to_country text not null,
    ship_to_phone text,
    payment_method text not null,
    means_code text not null,
    creation_date date not null,
    issued_at timestamptz not null,
    delivery_date date not null,
    payment_deadline date not null,
    net_minor bigint not null,
    vat_minor bigint not null,
    gross_minor bigint not null,
    currency text not null,
    item_count int not null,
    printed_copies int not null default 0,
    cancelled boolean not null default false,
    cancels_id bigint constraint invoice_cancels references invoice (id),
    reason text,
    actor_id uuid not null,
    content_hash text not null,
    external_source text,
    external_id text,
    constraint invoice_number unique (number),
    constraint invoice_seq_no unique (series_issuer_id, series_year, seq_no),
    constraint invoice_series foreign key (series_issuer_id, series_year) references series (issuer_id, year),
    constraint invoice_cancelled_once unique (cancels_id),
    constraint invoice_external unique (external_source, external_id),
    constraint invoice_external_whole check ((external_source is null) = (external_id is null)),
    constraint invoice_kind_known check (kind in ('INVOICE', 'CANCELLATION')),
    constraint invoice_series_whole check (num_nulls(series_issuer_id, series_year, seq_no) in (0, 3)),
    -- Imported documents have no series; their numbers are those of the source.
    constraint invoice_series_unless_imported check ((seq_no is null) = (external_source is not null)),
    constraint invoice_series_fits check (
        seq_no > 0 and series_issuer_id = issuer_id and series_year = extract(year from creation_date)),
    constraint invoice_number_length check (char_length(number) between 1 and 40),
    constraint invoice_imported_number check ((number like 'import-%') = (external_source is not null)),
    constraint invoice_cancels_fits check ((kind = 'CANCELLATION') = (cancels_id is not null)),
    constraint invoice_reason_fits check ((kind = 'CANCELLATION') = (reason is not null)),
    constraint invoice_reason_length check (char_length(reason) between 1 and 200),
    constraint invoice_cancellation_stays check (kind = 'INVOICE' or not cancelled),
    constraint invoice_sign_fits check (case kind
        when 'INVOICE' then net_minor >= 0 and vat_minor >= 0 and item_count > 0
        else net_minor <= 0 and vat_minor <= 0 and item_count < 0 end),
    constraint invoice_gross_is_sum check (gross_minor = net_minor + vat_minor),
    constraint invoice_gross_in_range check (gross_minor between -9999999999 and 9999999999),
    constraint invoice_printed_copies_not_negative check (printed_copies >= 0),
    constraint invoice_currency_form check (currency ~ '^[A-Z]{3}$'),
    constraint invoice_content_hash_form check (content_hash ~ '^[0-9a-f]{64}$')
);
grant update (printed_copies, cancelled) on invoice to ${app};
create unique index invoice_live_per_order on invoice (order_id) where kind = 'INVOICE' and not cancelled;
create index invoice_of_order on invoice (order_id);
create index invoice_of_customer on invoice (customer_id, issued_at);
create index invoice_of_issuer on invoice (issuer_id);
create index invoice_issued_at on invoice (issued_at);
create index invoice_creation_date on invoice (creation_date);

create table invoice_item (
    id bigint generated always as identity primary key,
    invoice_id bigint not null constraint invoice_item_invoice references invoice (id),
    order_item_id bigint not null,
    product_id bigint not null,
    line_no int not null,
    name text not null,
    amount int not null,
    unit_price_minor bigint not null,
    vat_percentage numeric(5, 2) not null,
    net_minor bigint not null,
    external_source text,
    external_id text,
    constraint invoice_item_line_no unique (invoice_id, line_no),
    constraint invoice_item_order_item unique (invoice_id, order_item_id),
    constraint invoice_item_external unique (external_source, external_id),
    constraint invoice_item_external_whole check ((external_source is null) = (external_id is null)),
    constraint invoice_item_line_no_positive check (line_no > 0),
    constraint invoice_item_name_length check (char_length(name) between 1 and 64),
    constraint invoice_item_amount_in_range check (amount <> 0 and abs(amount) <= 10000),
    constraint invoice_item_unit_price_not_negative check (unit_price_minor >= 0),
    constraint invoice_item_vat_in_range check (vat_percentage between 0 and 100),
    constraint invoice_item_net_is_product check (net_minor = amount * unit_price_minor)
);

create table invoice_vat (
    invoice_id bigint not null constraint invoice_vat_invoice references invoice (id),
    percentage numeric(5, 2) not null,
    net_minor bigint not null,
    vat_minor bigint not null,
    constraint invoice_vat_key primary key (invoice_id, percentage),
    constraint invoice_vat_percentage_in_range check (percentage between 0 and 100)
);

create table print_log (
    id bigint generated always as identity primary key,
    invoice_id bigint not null constraint print_log_invoice references invoice (id),
    copy_no int not null,
    actor_id uuid not null,
    at timestamptz not null,
    constraint print_log_copy_no unique (invoice_id, copy_no),
    constraint print_log_copy_no_positive check (copy_no > 0)
);
comment on column print_log.copy_no is '1 is the original, n + 1 the n-th copy.';

-- Counts the events of an order's stream, whatever they tell of.
create table invoice_stream (
    order_id bigint primary key,
    version bigint not null
) with (fillfactor = 70);
grant update (version) on invoice_stream to ${app};
