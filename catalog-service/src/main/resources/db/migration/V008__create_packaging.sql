create sequence packaging_seq increment by 50;
create table packaging (
    id bigint primary key,
    name text not null,
    length_mm int not null,
    width_mm int not null,
    height_mm int not null,
    weight_g int not null,
    active boolean not null,
    external_source text,
    external_id text,
    version bigint not null,
    constraint packaging_name_length check (char_length(name) between 1 and 50),
    constraint packaging_length_in_range check (length_mm between 1 and 5000),
    constraint packaging_width_in_range check (width_mm between 1 and 5000),
    constraint packaging_height_in_range check (height_mm between 1 and 5000),
    constraint packaging_weight_in_range check (weight_g between 0 and 100000),
    constraint packaging_external_unique unique (external_source, external_id)
);
create unique index packaging_name_unique on packaging (casefold(name collate pg_unicode_fast));
grant update on packaging to ${app};
