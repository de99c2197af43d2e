create sequence replenishment_collection_seq increment by 50;
create sequence replenishment_seq increment by 50;
create sequence replenishment_change_seq increment by 50;
create sequence replenishment_collection_revocation_seq increment by 50;

create table replenishment_collection (
    id bigint primary key,
    at timestamptz not null,
    seller_id uuid not null,
    by_admin_id uuid not null,
    comment text not null,
    revoked boolean not null default false,
    version bigint not null,
    external_source text,
    external_id text,
    constraint replenishment_collection_comment_length check (char_length(comment) between 1 and 64),
    constraint replenishment_collection_external_whole check ((external_source is null) = (external_id is null)),
    constraint replenishment_collection_external unique (external_source, external_id)
) with (fillfactor = 90);
grant update (at, comment, revoked, version) on replenishment_collection to ${app};
comment on column replenishment_collection.version is 'Counts the changes of the collection and of its lines.';
create index replenishment_collection_seller_at on replenishment_collection (seller_id, at, id);
create index replenishment_collection_at on replenishment_collection (at, id);

create table replenishment (
    id bigint primary key,
    collection_id bigint not null
        constraint replenishment_of_collection references replenishment_collection (id),
    product_id bigint not null,
    amount int not null,
    total_price_minor bigint not null,
    revoked boolean not null default false,
    version bigint not null,
    external_source text,
    external_id text,
    constraint replenishment_amount_in_range check (amount between 1 and 10000),
    constraint replenishment_total_in_range check (total_price_minor between -9999999999 and 9999999999),
    constraint replenishment_external_whole check ((external_source is null) = (external_id is null)),
    constraint replenishment_external unique (external_source, external_id)
) with (fillfactor = 90);
grant update (amount, total_price_minor, revoked, version) on replenishment to ${app};
create index replenishment_collection_id on replenishment (collection_id, id);
create index replenishment_product_id on replenishment (product_id);

create table replenishment_collection_revocation (
    id bigint primary key,
    collection_id bigint not null
        constraint replenishment_collection_revocation_collection references replenishment_collection (id),
    revoked boolean not null,
    by_admin_id uuid not null,
    at timestamptz not null
);
create index replenishment_collection_revocation_collection_id
    on replenishment_collection_revocation (collection_id, id);
create trigger replenishment_collection_revocation_append_only
    before update or delete or truncate on replenishment_collection_revocation
    for each statement execute function refuse_change();

-- Values after the change.
create table replenishment_change (
    id bigint primary key,
    replenishment_id bigint not null constraint replenishment_change_line references replenishment (id),
    amount int not null,
    total_price_minor bigint not null,
    revoked boolean not null,
    by_admin_id uuid not null,
    at timestamptz not null
);
create index replenishment_change_replenishment_id on replenishment_change (replenishment_id, id);
create trigger replenishment_change_append_only before update or delete or truncate on replenishment_change
    for each statement execute function refuse_change();
