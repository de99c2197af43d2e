-- What the ledger knows of the goods: newest state published by catalog-service.
create table known_product (
    id bigint primary key,
    name text not null,
    active boolean not null,
    for_sale boolean not null,
    revocable boolean not null,
    stock_policy text not null,
    unit_net_minor bigint not null,
    vat_percentage numeric(5, 2) not null,
    unit_price_minor bigint not null,
    withdrawn boolean not null,
    version bigint not null,
    constraint known_product_vat_in_range check (vat_percentage between 0 and 100)
);
grant update, delete on known_product to ${app};
