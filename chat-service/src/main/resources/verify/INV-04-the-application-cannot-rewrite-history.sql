-- INV-04: messages, attachments and audit are append-only; conversations and their members are never deleted. Only
-- their owner has that right.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public'
    and (table_name in ('message', 'attachment', 'audit') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        or table_name in ('conversation', 'conversation_member') and privilege_type in ('DELETE', 'TRUNCATE'))
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
