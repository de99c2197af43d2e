-- The parties of each market purchase that has been OPEN, as order-service tells it (H-3).
create table known_purchase (
    id bigint primary key,
    buyer_id uuid not null,
    seller_id uuid not null,
    constraint known_purchase_of_two_members check (buyer_id <> seller_id)
);
