-- What the lines of the ledger's replenishments have moved; a line whose product nobody counted then is not here.
create table replenishment_line (
    line_id bigint primary key,
    collection_id bigint not null,
    product_id bigint not null,
    moved int not null,
    at timestamptz not null,
    moves int not null,
    constraint replenishment_line_stock_exists foreign key (product_id) references stock (product_id),
    constraint replenishment_line_moved_not_negative check (moved >= 0)
);
create index replenishment_line_by_collection on replenishment_line (collection_id);
grant update (moved, at, moves) on replenishment_line to ${app};
