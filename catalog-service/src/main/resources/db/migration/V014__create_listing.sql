create sequence listing_seq increment by 50;
create table listing (
    id bigint primary key,
    seller_id uuid not null,
    title text,
    product_id bigint,
    category_id bigint,
    description text not null,
    unit_price_minor bigint,
    -- Pieces that the seller still has for it; what is reserved is among them.
    quantity int not null,
    reserved int not null,
    weight_g int,
    packaging_id bigint,
    ship_from_name text,
    ship_from_street text,
    ship_from_zip_code text,
    ship_from_city text,
    ship_from_country text,
    ship_from_phone text,
    status text not null,
    created_at timestamptz not null,
    external_source text,
    external_id text,
    -- One number for the ETag, the fact and the state: every change tells one of each.
    version bigint not null,
    constraint listing_product_exists foreign key (product_id) references product (id),
    constraint listing_category_exists foreign key (category_id) references category (id),
    constraint listing_packaging_exists foreign key (packaging_id) references packaging (id),
    constraint listing_title_length check (char_length(title) between 1 and 64),
    constraint listing_description_length check (char_length(description) <= 4000),
    constraint listing_price_in_range check (unit_price_minor between 1 and 9999999999),
    constraint listing_quantity_in_range check (quantity between 0 and 10000),
    -- The last word on C-21, whoever writes: nobody is promised what the seller does not have.
    constraint listing_reserved_is_there check (reserved between 0 and quantity),
    constraint listing_weight_in_range check (weight_g between 0 and 100000),
    constraint listing_ship_from_whole check (num_nulls(ship_from_name, ship_from_street, ship_from_zip_code,
        ship_from_city, ship_from_country) in (0, 5) and (ship_from_phone is null or ship_from_name is not null)),
    constraint listing_status_known check (status in ('DRAFT', 'ACTIVE', 'CLOSED')),
    constraint listing_active_is_complete check (status <> 'ACTIVE'
        or (title is not null and unit_price_minor is not null and quantity >= 1 and weight_g is not null
            and ship_from_name is not null)),
    constraint listing_draft_holds_nothing check (status <> 'DRAFT' or reserved = 0),
    constraint listing_external_unique unique (external_source, external_id)
);
create index listing_seller on listing (seller_id);
create index listing_product on listing (product_id);
create index listing_category on listing (category_id);
create index listing_packaging on listing (packaging_id);
-- In the order of the lists, which put nulls first going up. Of all listings, not only of the active ones: a member's
-- list holds his own besides, and the planner takes a partial index only for a list that can hold nothing else.
create index listing_by_creation on listing (created_at nulls first, id);
create index listing_by_price on listing (unit_price_minor nulls first, id);
create index listing_title_search on listing using gin (title gin_trgm_ops);
grant update (title, product_id, category_id, description, unit_price_minor, quantity, reserved, weight_g, packaging_id,
    ship_from_name, ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country, ship_from_phone, status,
    version) on listing to ${app};

create table listing_image (
    listing_id bigint not null,
    upload_id bigint not null,
    position int not null,
    external_source text,
    external_id text,
    constraint listing_image_position_once primary key (listing_id, position),
    -- Deferred, because two pictures may change places.
    constraint listing_image_once unique (listing_id, upload_id) deferrable initially deferred,
    constraint listing_image_listing_exists foreign key (listing_id) references listing (id),
    constraint listing_image_upload_exists foreign key (upload_id) references upload (id),
    constraint listing_image_position_in_range check (position between 1 and 8),
    constraint listing_image_external_unique unique (external_source, external_id)
);
create index listing_image_upload on listing_image (upload_id);
grant update (upload_id), delete on listing_image to ${app};
