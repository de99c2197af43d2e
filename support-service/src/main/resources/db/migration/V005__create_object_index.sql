-- What there is and whose it is, as its owners tell (S-2). Members stand in known_member. Who a customer is stands
-- there too: an order may be told before the profile it was placed with.
create table object_index (
    target_type_id bigint not null,
    target_id text not null,
    owner_ids uuid[] not null,
    customer_id bigint,
    everybody boolean not null,
    constraint object_index_key primary key (target_type_id, target_id),
    constraint object_index_target_type foreign key (target_type_id) references target_type,
    constraint object_index_target_id_length check (char_length(target_id) between 1 and 40),
    constraint object_index_has_audience check (everybody or customer_id is not null or cardinality(owner_ids) > 0)
);
grant update, delete on object_index to ${app};
