create sequence stocktaking_collection_seq increment by 50;
create sequence stocktaking_seq increment by 50;
create sequence stocktaking_revocation_seq increment by 50;

create table stocktaking_collection (
    id bigint primary key,
    at timestamptz not null,
    by_admin_id uuid not null,
    revoked boolean not null default false,
    version bigint not null,
    external_source text,
    external_id text,
    constraint stocktaking_collection_external_whole check ((external_source is null) = (external_id is null)),
    constraint stocktaking_collection_external unique (external_source, external_id)
) with (fillfactor = 90);
grant update (revoked, version) on stocktaking_collection to ${app};
comment on column stocktaking_collection.version is 'Counts the switches and the corrected counts.';
create index stocktaking_collection_at on stocktaking_collection (at, id);

create table stocktaking (
    id bigint primary key,
    collection_id bigint not null constraint stocktaking_of_collection references stocktaking_collection (id),
    product_id bigint not null,
    count int not null,
    keep_active boolean not null default false,
    external_source text,
    external_id text,
    constraint stocktaking_product unique (collection_id, product_id),
    constraint stocktaking_count_in_range check (count between 0 and 1000000),
    constraint stocktaking_external_whole check ((external_source is null) = (external_id is null)),
    constraint stocktaking_external unique (external_source, external_id)
) with (fillfactor = 90);
grant update (count) on stocktaking to ${app};

create table stocktaking_revocation (
    id bigint primary key,
    collection_id bigint not null constraint stocktaking_revocation_collection references stocktaking_collection (id),
    revoked boolean not null,
    by_admin_id uuid not null,
    at timestamptz not null
);
create index stocktaking_revocation_collection_id on stocktaking_revocation (collection_id, id);
create trigger stocktaking_revocation_append_only before update or delete or truncate on stocktaking_revocation
    for each statement execute function refuse_change();
