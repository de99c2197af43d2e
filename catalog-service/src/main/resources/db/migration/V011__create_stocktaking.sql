-- The ledger's stocktakings: from the newest one that counts a stock starts.
create table stocktaking (
    id bigint primary key,
    at timestamptz not null,
    revoked boolean not null
);
grant update (at, revoked) on stocktaking to ${app};

create table stocktaking_count (
    stocktaking_id bigint not null,
    product_id bigint not null,
    pieces int not null,
    constraint stocktaking_count_once primary key (stocktaking_id, product_id),
    constraint stocktaking_count_stocktaking_exists foreign key (stocktaking_id) references stocktaking (id),
    constraint stocktaking_count_not_negative check (pieces >= 0)
);
create index stocktaking_count_by_product on stocktaking_count (product_id);
grant update (pieces) on stocktaking_count to ${app};

-- Since when a product is counted again after it was not: what moved before is not known, so no earlier count counts.
alter table stock add column tracked_since timestamptz;
update stock set tracked_since = base_at where base_stocktaking_id is null;
grant update (tracked_since) on stock to ${app};
