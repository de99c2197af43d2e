-- INV-04: the log and the audit are append-only; tickets and assignments are never deleted. Only their owner has that
-- right.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public'
    and (table_name in ('ticket_log', 'audit') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        or table_name in ('ticket', 'assignment', 'target_type') and privilege_type in ('DELETE', 'TRUNCATE'))
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
limit 100
