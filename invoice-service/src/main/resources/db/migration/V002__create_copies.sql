-- What invoices take from elsewhere: newest state published by identity-service, catalog-service and order-service.
create table known_customer (
    id bigint primary key,
    member_id uuid not null,
    name text not null,
    tax_identifier text,
    main_site_id bigint not null,
    version bigint not null
);
grant update, delete on known_customer to ${app};

create table known_site (
    id bigint primary key,
    customer_id bigint not null constraint known_site_customer references known_customer (id),
    zip_code text not null,
    city text not null,
    street text not null,
    country text not null
);
create index known_site_of_customer on known_site (customer_id);
grant delete on known_site to ${app};

create table known_product (
    id bigint primary key,
    name text not null,
    vat_percentage numeric(5, 2) not null,
    version bigint not null,
    constraint known_product_vat_in_range check (vat_percentage between 0 and 100)
);
grant update, delete on known_product to ${app};

-- Its row is the lock of all that is asked and answered about invoices of the order.
create table known_order (
    id bigint primary key,
    customer_id bigint not null,
    placed_at timestamptz not null,
    status text not null,
    delivered_at timestamptz,
    billing_site_id bigint,
    payment_method text not null,
    deadline_days int not null,
    means_code text not null,
    ship_to_name text not null,
    ship_to_street text not null,
    ship_to_zip_code text not null,
    ship_to_city text not null,
    ship_to_country text not null,
    ship_to_phone text
);
grant update on known_order to ${app};

create table known_order_item (
    id bigint primary key,
    order_id bigint not null constraint known_order_item_order references known_order (id),
    line_no int not null,
    product_id bigint not null,
    amount int not null,
    unit_price_minor bigint not null,
    status text not null
);
create index known_order_item_of_order on known_order_item (order_id);
grant update on known_order_item to ${app};
