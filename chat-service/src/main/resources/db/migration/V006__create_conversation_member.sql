create table conversation_member (
    conversation_id bigint not null constraint conversation_member_conversation references conversation (id),
    member_id uuid not null,
    role text not null,
    joined_at timestamptz not null,
    left_at timestamptz,
    last_read_seq bigint not null default 0,
    own_after_read bigint not null default 0,
    constraint conversation_member_once primary key (conversation_id, member_id),
    constraint conversation_member_role_known check (role in ('PARTY', 'STAFF')),
    constraint conversation_member_parties_stay check (left_at is null or role = 'STAFF'),
    constraint conversation_member_counts_positive check (last_read_seq >= 0 and own_after_read >= 0)
) with (fillfactor = 80);
comment on column conversation_member.own_after_read is
    'Messages of his own above last_read_seq: last_seq - last_read_seq - own_after_read are unread (H-9).';
grant update (joined_at, left_at, last_read_seq, own_after_read) on conversation_member to ${app};
create index conversation_member_in on conversation_member (member_id) where left_at is null;
