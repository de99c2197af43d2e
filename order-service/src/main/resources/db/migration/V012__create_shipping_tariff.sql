create sequence shipping_tariff_seq increment by 50;
create table shipping_tariff (
    id bigint primary key,
    carrier text not null,
    name text not null,
    origin_country text not null,
    destination_countries text[] not null,
    max_weight_g int not null,
    max_length_mm int not null,
    max_width_mm int not null,
    max_height_mm int not null,
    price_minor bigint not null,
    tracked boolean not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    active boolean not null,
    version bigint not null,
    external_source text,
    external_id text,
    constraint shipping_tariff_carrier_length check (char_length(carrier) between 1 and 50),
    constraint shipping_tariff_name_length check (char_length(name) between 1 and 50),
    constraint shipping_tariff_origin_country_form check (origin_country ~ '^[A-Z]{2}$'),
    constraint shipping_tariff_destination_countries_form
        check (array_to_string(destination_countries, ' ', '-') ~ '^[A-Z]{2}( [A-Z]{2}){0,249}$'),
    constraint shipping_tariff_max_weight_in_range check (max_weight_g between 1 and 1000000),
    constraint shipping_tariff_max_length_in_range check (max_length_mm between 1 and 5000),
    constraint shipping_tariff_max_width_in_range check (max_width_mm between 1 and 5000),
    constraint shipping_tariff_max_height_in_range check (max_height_mm between 1 and 5000),
    constraint shipping_tariff_price_in_range check (price_minor between 0 and 9999999999),
    constraint shipping_tariff_valid_to_after_from check (valid_to > valid_from),
    constraint shipping_tariff_external_whole check ((external_source is null) = (external_id is null)),
    constraint shipping_tariff_external_unique unique (external_source, external_id)
);
comment on column shipping_tariff.version is 'ETag, and number of the facts told: one per change of it or its extras.';
-- A new price is a new row; everything else but these stays as it was (O-22).
grant update (valid_to, active, version) on shipping_tariff to ${app};
create index shipping_tariff_origin on shipping_tariff (origin_country, price_minor, id) where active;

create table shipping_extra (
    id bigint generated always as identity primary key,
    tariff_id bigint not null constraint shipping_extra_tariff references shipping_tariff (id),
    name text not null,
    price_minor bigint not null,
    external_source text,
    external_id text,
    constraint shipping_extra_name_length check (char_length(name) between 1 and 50),
    constraint shipping_extra_price_in_range check (price_minor between 0 and 9999999999),
    constraint shipping_extra_external_whole check ((external_source is null) = (external_id is null)),
    constraint shipping_extra_external_unique unique (external_source, external_id)
);
create index shipping_extra_tariff_id on shipping_extra (tariff_id, id);
create trigger shipping_extra_append_only before update or delete or truncate on shipping_extra
    for each statement execute function refuse_change();
