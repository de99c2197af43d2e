-- The codes are fixed, so their ids are too: an id is the place of the code (O-4). Only names are edited.
create table order_status (
    id bigint primary key,
    code text not null,
    name text not null,
    position int not null,
    version bigint not null default 1,
    external_source text,
    external_id text,
    constraint order_status_code_unique unique (code),
    constraint order_status_position_is_id check (position = id),
    constraint order_status_name_length check (char_length(name) between 1 and 30),
    constraint order_status_external_whole check ((external_source is null) = (external_id is null)),
    constraint order_status_external_unique unique (external_source, external_id)
);
create unique index order_status_name_unique on order_status (casefold(name collate pg_unicode_fast));
insert into order_status (id, code, name, position) values
    (1, 'PENDING', 'Pending', 1),
    (2, 'REJECTED', 'Rejected', 2),
    (3, 'NEW', 'New', 3),
    (4, 'PROCESSING', 'Processing', 4),
    (5, 'PACKAGED', 'Packaged', 5),
    (6, 'IN_TRANSIT', 'In transit', 6),
    (7, 'DELIVERED', 'Delivered', 7),
    (8, 'CANCELLED', 'Cancelled', 8);
revoke insert on order_status from ${app};
grant update (name, version, external_source, external_id) on order_status to ${app};
