-- INV-04: histories and audit are append-only: nobody but their owner may update or delete them.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public'
    and table_name in ('member_verification', 'rank_change', 'admin_change', 'staff_grant_change', 'log_in_outcome', 'audit')
    and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
limit 100
