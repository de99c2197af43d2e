create sequence conversation_seq;

create table conversation (
    id bigint primary key,
    type text not null,
    created_at timestamptz not null default now(),
    created_by uuid not null,
    context_type text,
    context_id bigint,
    title text,
    closed_at timestamptz,
    last_seq bigint not null default 0,
    last_message_at timestamptz,
    version bigint not null,
    external_source text,
    external_id text,
    constraint conversation_type_known check (type in ('P', 'S', 'U')),
    constraint conversation_context_whole check ((context_type is null) = (context_id is null)),
    constraint conversation_context_fits check (case type
        when 'S' then context_type is not distinct from 'TICKET'
        when 'U' then context_type is not distinct from 'PURCHASE'
        else context_type is null or context_type = 'LISTING' end),
    constraint conversation_title_length check (char_length(title) between 1 and 120),
    constraint conversation_closed_with_its_ticket check (closed_at is null or type = 'S'),
    constraint conversation_last_message_whole check (last_seq >= 0 and (last_seq = 0) = (last_message_at is null)),
    constraint conversation_version_positive check (version > 0),
    constraint conversation_external_whole check ((external_source is null) = (external_id is null)),
    constraint conversation_external_unique unique (external_source, external_id)
) with (fillfactor = 80);
comment on column conversation.type is 'P PRIVATE, S SUPPORT, U PURCHASE.';
comment on column conversation.last_seq is 'Number of messages; the next one gets the next number (H-7).';
comment on column conversation.version is 'Number of facts told, and the ETag.';
grant update (closed_at, last_seq, last_message_at, version) on conversation to ${app};
create unique index conversation_of_a_purchase on conversation (context_id) where context_type = 'PURCHASE';
create unique index conversation_of_a_ticket on conversation (context_id) where context_type = 'TICKET';
-- The seller is not the caller, so who asked and the listing name the pair (H-2).
create unique index conversation_of_a_listing on conversation (context_id, created_by) where context_type = 'LISTING';
