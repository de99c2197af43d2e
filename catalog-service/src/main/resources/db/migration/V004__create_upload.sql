create sequence upload_seq increment by 50;
create table upload (
    id bigint primary key,
    at timestamptz not null,
    uploaded_by uuid not null,
    filename text not null,
    purpose text not null,
    media_type text not null,
    bytes bigint not null,
    width int not null,
    height int not null,
    sha256 text not null,
    external_source text,
    external_id text,
    constraint upload_filename_form check (filename ~ '^[0-9a-f]{32}\.(png|jpg)$'),
    constraint upload_filename_unique unique (filename),
    constraint upload_purpose_known check (purpose in ('PRODUCT', 'MEMBER', 'LISTING')),
    constraint upload_media_type_known check (media_type in ('image/png', 'image/jpeg')),
    constraint upload_bytes_positive check (bytes > 0),
    constraint upload_size_positive check (width > 0 and height > 0),
    constraint upload_square check (width = height or purpose = 'LISTING'),
    constraint upload_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint upload_external_unique unique (external_source, external_id)
);
create index upload_by_member on upload (uploaded_by, at);
