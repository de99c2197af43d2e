-- What each side thought of a purchase that is done (O-31): once, and for good.
create table evaluation_buyer (
    id bigint generated always as identity primary key,
    purchase_id bigint not null constraint evaluation_buyer_purchase references market_purchase (id),
    level_pack int not null,
    level_goods int not null,
    level int not null,
    comment text,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint evaluation_buyer_once unique (purchase_id),
    constraint evaluation_buyer_level_pack_in_range check (level_pack between 1 and 10),
    constraint evaluation_buyer_level_goods_in_range check (level_goods between 1 and 10),
    constraint evaluation_buyer_level_in_range check (level between 1 and 10),
    constraint evaluation_buyer_comment_length check (char_length(comment) between 1 and 2000),
    constraint evaluation_buyer_external_whole check ((external_source is null) = (external_id is null)),
    constraint evaluation_buyer_external_unique unique (external_source, external_id)
);
create trigger evaluation_buyer_append_only before update or delete or truncate on evaluation_buyer
    for each statement execute function refuse_change();

create table evaluation_seller (
    id bigint generated always as identity primary key,
    purchase_id bigint not null constraint evaluation_seller_purchase references market_purchase (id),
    level int not null,
    comment text,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint evaluation_seller_once unique (purchase_id),
    constraint evaluation_seller_level_in_range check (level between 1 and 10),
    constraint evaluation_seller_comment_length check (char_length(comment) between 1 and 2000),
    constraint evaluation_seller_external_whole check ((external_source is null) = (external_id is null)),
    constraint evaluation_seller_external_unique unique (external_source, external_id)
);
create trigger evaluation_seller_append_only before update or delete or truncate on evaluation_seller
    for each statement execute function refuse_change();
