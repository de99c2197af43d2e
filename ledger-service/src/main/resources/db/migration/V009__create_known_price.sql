-- Price history of the goods, as catalog-service told it.
create table known_price (
    id bigint primary key,
    product_id bigint not null,
    amount_minor bigint not null,
    valid_from timestamptz not null
);
create index known_price_product_id on known_price (product_id, valid_from, id);
