create extension if not exists pg_trgm;

create sequence product_seq increment by 50;
create table product (
    id bigint primary key,
    created_at timestamptz not null,
    created_by uuid not null,
    name text not null,
    barcode text,
    active boolean not null,
    stock_policy text not null,
    revocable boolean not null,
    image_upload_id bigint,
    vat_rate_id bigint not null,
    category_id bigint,
    description_xml text,
    -- Read from the description once, when it is written, so that lists and sums need not parse it.
    recommended_age text,
    package_volume_m3 numeric,
    -- The newest row of product_price, kept here for lists.
    price_minor bigint not null,
    price_valid_from timestamptz not null,
    withdrawn_at timestamptz,
    last_ordered_at timestamptz,
    external_source text,
    external_id text,
    -- Number of the published state and of the ETag: counts every change of what callers see.
    version bigint not null default 0,
    -- Number of the last fact on the product's own topic.
    fact_version bigint not null,
    constraint product_name_length check (char_length(name) between 1 and 64),
    constraint product_barcode_length check (char_length(barcode) between 1 and 32),
    constraint product_stock_policy_known check (stock_policy in ('TRACKED', 'UNTRACKED')),
    constraint product_image_exists foreign key (image_upload_id) references upload (id),
    constraint product_vat_rate_exists foreign key (vat_rate_id) references vat_rate (id),
    constraint product_category_exists foreign key (category_id) references category (id),
    constraint product_description_size check (octet_length(description_xml) <= 65536),
    constraint product_price_in_range check (price_minor between -9999999999 and 9999999999),
    constraint product_withdrawn_is_inactive check (withdrawn_at is null or not active),
    constraint product_external_unique unique (external_source, external_id)
);
create unique index product_name_unique on product (casefold(name collate pg_unicode_fast)) where withdrawn_at is null;
create unique index product_barcode_unique on product (barcode) where withdrawn_at is null;
create index product_vat_rate on product (vat_rate_id);
create index product_category on product (category_id);
-- In the order of the lists, which put nulls first going up.
create index product_by_name on product (lower(name) nulls first, id) where withdrawn_at is null;
create index product_by_price on product (price_minor nulls first, id) where withdrawn_at is null;
create index product_name_search on product using gin (name gin_trgm_ops);
create index product_barcode_search on product using gin (barcode gin_trgm_ops);
grant update (name, barcode, active, stock_policy, revocable, image_upload_id, vat_rate_id, category_id, description_xml,
    recommended_age, package_volume_m3, price_minor, price_valid_from, withdrawn_at, last_ordered_at, version, fact_version)
    on product to ${app};

create sequence product_price_seq increment by 50;
create table product_price (
    id bigint primary key,
    product_id bigint not null,
    amount_minor bigint not null,
    valid_from timestamptz not null,
    by_admin_id uuid not null,
    external_source text,
    external_id text,
    constraint product_price_product_exists foreign key (product_id) references product (id),
    constraint product_price_amount_in_range check (amount_minor between -9999999999 and 9999999999),
    constraint product_price_one_at_any_instant unique (product_id, valid_from),
    constraint product_price_external_unique unique (external_source, external_id)
);

create table product_tag (
    product_id bigint not null,
    tag_id bigint not null,
    external_source text,
    external_id text,
    constraint product_tag_once primary key (product_id, tag_id),
    constraint product_tag_product_exists foreign key (product_id) references product (id),
    constraint product_tag_tag_exists foreign key (tag_id) references tag (id),
    constraint product_tag_external_unique unique (external_source, external_id)
);
create index product_tag_by_tag on product_tag (tag_id);
grant delete on product_tag to ${app};
