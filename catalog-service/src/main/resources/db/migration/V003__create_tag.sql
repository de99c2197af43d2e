create sequence tag_seq increment by 50;
create table tag (
    id bigint primary key,
    name text not null,
    is_for_sale boolean not null default true,
    created_by uuid not null,
    created_at timestamptz not null,
    external_source text,
    external_id text,
    version bigint not null,
    constraint tag_name_length check (char_length(name) between 1 and 24),
    constraint tag_external_unique unique (external_source, external_id)
);
create unique index tag_name_unique on tag (casefold(name collate pg_unicode_fast));
grant update, delete on tag to ${app};
