-- What order-service knows of listings: newest state published by catalog-service.
create table known_listing (
    id bigint primary key,
    seller_id uuid not null,
    title text,
    unit_price_minor bigint,
    available int not null,
    weight_g int,
    country text,
    status text not null,
    version bigint not null
);
grant update, delete on known_listing to ${app};

-- And of packagings, which catalog-service tells as facts.
create table known_packaging (
    id bigint primary key,
    name text not null,
    length_mm int not null,
    width_mm int not null,
    height_mm int not null,
    weight_g int not null,
    active boolean not null
);
grant update on known_packaging to ${app};
