-- Positions are taken under a lock that is held to the commit, so a position seen means that all before it are.
-- One by one, since a block kept by one connection would break their order.
create sequence live_event_seq;

-- What streams tell, addressed either to a conversation as it was then, or to one member.
create table live_event (
    position bigint primary key,
    name text not null,
    conversation_id bigint,
    recipients uuid[],
    member_id uuid,
    -- A message is told from its own row; everything else is told as this JSON text.
    seq bigint,
    body text,
    at timestamptz not null,
    constraint live_event_name_known
        check (name in ('MESSAGE', 'READ', 'JOINED', 'LEFT', 'CLOSED', 'NOTICE')),
    constraint live_event_has_one_address
        check ((conversation_id is null) = (recipients is null) and (conversation_id is null) <> (member_id is null)),
    constraint live_event_tells_something
        check ((body is null) = (name = 'MESSAGE') and (seq is null) = (name <> 'MESSAGE')),
    constraint live_event_conversation_exists foreign key (conversation_id) references conversation (id)
);
-- Who comes back reads what he missed: of himself, and of each conversation that he is in.
create index live_event_by_member on live_event (member_id, position) where member_id is not null;
create index live_event_by_conversation on live_event (conversation_id, position) where conversation_id is not null;
grant delete on live_event to ${app};
