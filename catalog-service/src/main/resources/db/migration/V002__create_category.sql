create sequence category_seq increment by 50;
create table category (
    id bigint primary key,
    name text not null,
    parent_id bigint,
    external_source text,
    external_id text,
    version bigint not null,
    constraint category_name_length check (char_length(name) between 1 and 50),
    constraint category_parent_exists foreign key (parent_id) references category (id),
    constraint category_not_its_own_parent check (parent_id <> id),
    constraint category_external_unique unique (external_source, external_id)
);
create unique index category_name_unique on category (casefold(name collate pg_unicode_fast));
create index category_parent on category (parent_id);
grant update, delete on category to ${app};

-- Ids from a category up to its root; empty for none. The level ends it even if the data were a circle.
create function category_path(leaf bigint) returns bigint[] language sql stable as $$
    with recursive up (id, parent_id, level) as (
        select id, parent_id, 1 from category where id = leaf
        union all
        select c.id, c.parent_id, up.level + 1 from category c join up on c.id = up.parent_id where up.level < 10
    )
    select coalesce(array_agg(id order by level), '{}') from up
$$;

-- A category and everything below it.
create function category_subtree(root bigint) returns setof bigint language sql stable as $$
    with recursive down (id, level) as (
        select id, 1 from category where id = root
        union all
        select c.id, down.level + 1 from category c join down on c.parent_id = down.id where down.level < 10
    )
    select id from down
$$;
