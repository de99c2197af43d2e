-- What tickets can be about. The codes are fixed, so their ids are too.
create table target_type (
    id bigint primary key,
    code text not null,
    constraint target_type_code_unique unique (code)
);
insert into target_type (id, code) values
    (1, 'PRODUCT'),
    (2, 'CATEGORY'),
    (3, 'LISTING'),
    (4, 'ORDER'),
    (5, 'PURCHASE'),
    (6, 'SHELF_PURCHASE'),
    (7, 'INVOICE'),
    (8, 'MEMBER');
revoke insert on target_type from ${app};
