-- What order-service knows of the goods: newest state published by catalog-service.
create table known_product (
    id bigint primary key,
    name text not null,
    barcode text,
    active boolean not null,
    for_sale boolean not null,
    price_minor bigint not null,
    vat_percentage numeric(5, 2) not null,
    withdrawn boolean not null,
    version bigint not null,
    constraint known_product_vat_in_range check (vat_percentage between 0 and 100)
);
-- No unique keys: two states may pass each other on their way, and then a name is shared for a moment.
create index known_product_name on known_product (casefold(name collate pg_unicode_fast)) where not withdrawn;
create index known_product_barcode on known_product (barcode) where not withdrawn;
grant update, delete on known_product to ${app};
