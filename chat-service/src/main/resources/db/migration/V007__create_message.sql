create sequence message_seq;

create table message (
    id bigint primary key,
    conversation_id bigint not null constraint message_conversation references conversation (id),
    seq bigint not null,
    sender_id uuid not null,
    text text,
    image text,
    at timestamptz not null default now(),
    client_message_id uuid not null,
    external_source text,
    external_id text,
    constraint message_numbered_once unique (conversation_id, seq),
    constraint message_sent_once unique (conversation_id, sender_id, client_message_id),
    constraint message_seq_positive check (seq > 0),
    constraint message_not_empty check (num_nonnulls(text, image) > 0),
    constraint message_text_length check (char_length(text) between 1 and 4000),
    constraint message_image_length check (char_length(image) between 1 and 255),
    constraint message_external_whole check ((external_source is null) = (external_id is null)),
    constraint message_external_unique unique (external_source, external_id)
);
create trigger message_append_only before update or delete or truncate on message
    for each statement execute function refuse_change();
