-- INV-04: prices, states, percentages, moves, answers, uploads and audit are append-only: only their owner has another
-- right.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public'
    and table_name in ('product_price', 'product_state', 'vat_rate_change', 'stock_move', 'amount_answer', 'upload',
        'audit')
    and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
