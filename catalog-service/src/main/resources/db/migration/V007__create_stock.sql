create table stock (
    product_id bigint primary key,
    -- Decided on the row that is locked: a product that is no longer counted keeps its last figures here.
    tracked boolean not null,
    on_hand int not null,
    reserved int not null,
    base_stocktaking_id bigint,
    base_count int not null,
    base_at timestamptz,
    external_source text,
    external_id text,
    version bigint not null,
    constraint stock_product_exists foreign key (product_id) references product (id),
    constraint stock_reserved_not_negative check (reserved >= 0),
    constraint stock_base_count_not_negative check (base_count >= 0),
    constraint stock_base_complete check (base_at is not null or (base_stocktaking_id is null and base_count = 0)),
    constraint stock_external_unique unique (external_source, external_id)
);
grant update (tracked, on_hand, reserved, base_stocktaking_id, base_count, base_at, version) on stock to ${app};

create sequence stock_move_seq increment by 50;
create table stock_move (
    id bigint primary key,
    product_id bigint not null,
    kind text not null,
    delta int not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    business_ref text not null,
    reason text,
    external_source text,
    external_id text,
    constraint stock_move_stock_exists foreign key (product_id) references stock (product_id),
    constraint stock_move_kind_known
        check (kind in ('OPENING', 'SHELF', 'REPLENISHMENT', 'RETAIL_OUT', 'RETAIL_BACK', 'CORRECTION')),
    constraint stock_move_delta_not_zero check (delta <> 0),
    constraint stock_move_business_ref_length check (char_length(business_ref) between 1 and 100),
    constraint stock_move_reason_length check (char_length(reason) between 1 and 64),
    constraint stock_move_business_ref_unique unique (business_ref),
    constraint stock_move_external_unique unique (external_source, external_id)
);
create index stock_move_by_product on stock_move (product_id, at);
