-- INV-04: log, answers, audit, fee models, extras and evaluations are append-only; orders, items and tariffs are never
-- deleted. Only their owner has that right.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public'
    and (table_name in ('order_log', 'invoice_answer', 'audit', 'fee_model', 'shipping_extra', 'evaluation_buyer',
            'evaluation_seller') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        or table_name in ('retail_order', 'order_item', 'order_status', 'shipping_tariff')
            and privilege_type in ('DELETE', 'TRUNCATE'))
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
