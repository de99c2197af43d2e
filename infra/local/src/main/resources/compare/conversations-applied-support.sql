-- INV-25: support-service has applied every fact of every conversation, once.
-- left: chat
select id, version from conversation
-- right: support
select key, version from inbox_version where topic = 'kontor.chat.conversation.v1'
