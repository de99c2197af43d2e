create sequence vat_rate_seq increment by 50;
create table vat_rate (
    id bigint primary key,
    percentage numeric(5, 2) not null,
    name text,
    valid_from timestamptz not null,
    external_source text,
    external_id text,
    version bigint not null,
    constraint vat_rate_percentage_in_range check (percentage between 0 and 100),
    constraint vat_rate_name_length check (char_length(name) between 1 and 50),
    constraint vat_rate_percentage_unique unique (percentage),
    constraint vat_rate_external_unique unique (external_source, external_id)
);
grant update, delete on vat_rate to ${app};

-- The history outlives its rate: it belongs to what was sold, so there is no foreign key.
create sequence vat_rate_change_seq increment by 50;
create table vat_rate_change (
    id bigint primary key,
    vat_rate_id bigint not null,
    percentage numeric(5, 2) not null,
    valid_from timestamptz not null,
    by_admin_id uuid not null,
    external_source text,
    external_id text,
    constraint vat_rate_change_percentage_in_range check (percentage between 0 and 100),
    constraint vat_rate_change_one_at_any_instant unique (vat_rate_id, valid_from),
    constraint vat_rate_change_external_unique unique (external_source, external_id)
);
