-- INV-33: whoever has written is or was in the conversation, but for the System's automatic answers.
select m.id, m.conversation_id, m.sender_id from message m
where not exists (select from conversation_member s
        where s.conversation_id = m.conversation_id and s.member_id = m.sender_id)
    and not (m.sender_id = '00000000-0000-0000-0000-000000000001'
        and exists (select from conversation c where c.id = m.conversation_id and c.type = 'S'))
limit 100
