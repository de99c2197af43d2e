create sequence payment_method_seq increment by 50;
create table payment_method (
    id bigint primary key,
    method text not null,
    deadline_days int not null,
    means_code text not null,
    active boolean not null,
    version bigint not null,
    external_source text,
    external_id text,
    constraint payment_method_method_length check (char_length(method) between 1 and 40),
    constraint payment_method_deadline_days_in_range check (deadline_days between 0 and 3650),
    constraint payment_method_means_code_length check (char_length(means_code) between 1 and 3),
    constraint payment_method_external_whole check ((external_source is null) = (external_id is null)),
    constraint payment_method_external_unique unique (external_source, external_id)
);
create unique index payment_method_method_unique on payment_method (casefold(method collate pg_unicode_fast));
grant update, delete on payment_method to ${app};
