-- Moves that the ledger does not know by itself, and the theoretical stock, as catalog-service told them.
create table known_stock_move (
    id bigint primary key,
    product_id bigint not null,
    kind text not null,
    delta int not null,
    at timestamptz not null,
    constraint known_stock_move_kind_known check (kind in ('OPENING', 'RETAIL_OUT', 'RETAIL_BACK', 'CORRECTION'))
);
create index known_stock_move_at on known_stock_move (at, product_id);

create table known_stock (
    product_id bigint primary key,
    on_hand int not null
);
grant update on known_stock to ${app};
