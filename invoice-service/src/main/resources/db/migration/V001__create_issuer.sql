create sequence issuer_seq increment by 50;

-- In effect is the issuer with the newest valid_from that has begun; as no two begin at once, it is always one (V-1).
create table issuer (
    id bigint primary key,
    name text not null,
    zip_code text not null,
    city text not null,
    street text not null,
    country text not null,
    tax_identifier text not null,
    bank_account text not null,
    valid_from timestamptz not null,
    version bigint not null,
    external_source text,
    external_id text,
    constraint issuer_valid_from unique (valid_from),
    constraint issuer_name_length check (char_length(name) between 1 and 50),
    constraint issuer_zip_code_length check (char_length(zip_code) between 1 and 10),
    constraint issuer_city_length check (char_length(city) between 1 and 50),
    constraint issuer_street_length check (char_length(street) between 1 and 50),
    constraint issuer_country_form check (country ~ '^[A-Z]{2}$'),
    constraint issuer_tax_identifier_length check (char_length(tax_identifier) between 1 and 20),
    constraint issuer_bank_account_length check (char_length(bank_account) between 1 and 50),
    constraint issuer_external_whole check ((external_source is null) = (external_id is null)),
    constraint issuer_external unique (external_source, external_id)
);
grant update (name, zip_code, city, street, country, tax_identifier, bank_account, valid_from, version), delete
    on issuer to ${app};
