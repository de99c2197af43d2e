create table attachment (
    path text primary key,
    conversation_id bigint not null constraint attachment_conversation references conversation (id),
    uploaded_by uuid not null,
    media_type text not null,
    bytes bigint not null,
    width int not null,
    height int not null,
    sha256 text not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint attachment_path_form check (path ~ '^[0-9a-f]{32}\.(png|jpg)$'),
    constraint attachment_media_type_known check (media_type in ('image/png', 'image/jpeg')),
    constraint attachment_bytes_positive check (bytes > 0),
    constraint attachment_size_positive check (width > 0 and height > 0),
    constraint attachment_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint attachment_external_whole check ((external_source is null) = (external_id is null)),
    constraint attachment_external_unique unique (external_source, external_id)
);
create index attachment_by_member on attachment (uploaded_by, at);
create trigger attachment_append_only before update or delete or truncate on attachment
    for each statement execute function refuse_change();
