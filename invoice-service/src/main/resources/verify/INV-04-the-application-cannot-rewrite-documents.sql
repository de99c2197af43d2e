-- INV-04: documents, their lines, the print log and the audit log are append-only but for the two columns of V-9.
select table_name, column_name, grantee, privilege_type from information_schema.column_privileges
where table_schema = 'public' and privilege_type = 'UPDATE'
    and table_name in ('invoice', 'invoice_item', 'invoice_vat', 'print_log', 'audit')
    and not (table_name = 'invoice' and column_name in ('printed_copies', 'cancelled'))
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
union all
select table_name, '', grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public' and privilege_type in ('DELETE', 'TRUNCATE')
    and table_name in ('invoice', 'invoice_item', 'invoice_vat', 'print_log', 'series', 'audit')
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
