-- What catalog-service knows of customers: newest state published by identity-service, live sites only. A listing may
-- be sent from one of them.
create table known_customer (
    id bigint primary key,
    member_id uuid not null,
    name text not null,
    version bigint not null
);
grant update, delete on known_customer to ${app};

create table known_site (
    id bigint primary key,
    customer_id bigint not null constraint known_site_customer references known_customer (id) on delete cascade,
    street text not null,
    zip_code text not null,
    city text not null,
    country text not null,
    phone text
);
create index known_site_customer_id on known_site (customer_id);
grant update, delete on known_site to ${app};
