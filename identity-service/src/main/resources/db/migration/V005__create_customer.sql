create sequence customer_seq increment by 50;
create table customer (
    id bigint primary key,
    member_id uuid not null constraint customer_member references member constraint customer_one_per_member unique,
    name text not null constraint customer_name_length check (char_length(name) between 1 and 50),
    bank_account text constraint customer_bank_account_length check (char_length(bank_account) between 1 and 50),
    tax_identifier text constraint customer_tax_identifier_length check (char_length(tax_identifier) between 1 and 20),
    main_site_id bigint not null,
    version bigint not null default 1 constraint customer_version_positive check (version > 0),
    fact_version bigint not null default 0,
    state_version bigint not null default 0,
    external_source text,
    external_id text constraint customer_external_id_length check (char_length(external_id) <= 40),
    constraint customer_external unique (external_source, external_id)
);
grant update (name, bank_account, tax_identifier, main_site_id, version, fact_version, state_version)
    on customer to ${app};

create sequence customer_site_seq increment by 50;
create table customer_site (
    id bigint primary key,
    customer_id bigint not null constraint customer_site_customer references customer,
    zip_code text not null constraint customer_site_zip_code_length check (char_length(zip_code) between 1 and 10),
    city text not null constraint customer_site_city_length check (char_length(city) between 1 and 50),
    street text not null constraint customer_site_street_length check (char_length(street) between 1 and 50),
    country text not null constraint customer_site_country_form check (country ~ '^[A-Z]{2}$'),
    tel text constraint customer_site_tel_length check (char_length(tel) between 1 and 20),
    fax text constraint customer_site_fax_length check (char_length(fax) between 1 and 20),
    removed_at timestamptz,
    version bigint not null default 1 constraint customer_site_version_positive check (version > 0),
    external_source text,
    external_id text constraint customer_site_external_id_length check (char_length(external_id) <= 40),
    constraint customer_site_external unique (external_source, external_id),
    constraint customer_site_of_customer unique (customer_id, id)
);
create index customer_site_city on customer_site (casefold(city collate "pg_unicode_fast")) where removed_at is null;
grant update (zip_code, city, street, country, tel, fax, removed_at, version) on customer_site to ${app};

-- The main site is a site of the same customer (INV-20); deferred, because the two rows are born together.
alter table customer add constraint customer_main_site_is_own
    foreign key (id, main_site_id) references customer_site (customer_id, id) deferrable initially deferred;
