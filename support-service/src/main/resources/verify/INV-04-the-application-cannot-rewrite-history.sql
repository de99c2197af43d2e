-- INV-04: the log and the audit are append-only, each of their columns too; tickets and assignments are never deleted.
-- Only their owner has that right.
with given as (
    select table_name, grantee, privilege_type from information_schema.role_table_grants where table_schema = 'public'
    union
    select table_name, grantee, privilege_type from information_schema.role_column_grants where table_schema = 'public')
select table_name, grantee, privilege_type from given
where (table_name in ('ticket_log', 'audit') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        or table_name in ('ticket', 'assignment', 'target_type') and privilege_type in ('DELETE', 'TRUNCATE'))
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
limit 100
