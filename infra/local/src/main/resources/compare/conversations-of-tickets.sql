-- INV-33: every ticket has the conversation that it names, under its subject and closed when it is, and no other.
-- left: support
select id, concat_ws('|', conversation_id, creator_id, subject, status = 'C') from ticket
-- right: chat
select context_id, concat_ws('|', id, created_by, title, closed_at is not null) from conversation where type = 'S'
