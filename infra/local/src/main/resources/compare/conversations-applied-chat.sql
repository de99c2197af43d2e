-- INV-25: the log of the streams has every fact of every conversation, once.
-- left: chat
select id, version from conversation
-- right: chat
select key, version from inbox_version where topic = 'kontor.chat.conversation.v1'
