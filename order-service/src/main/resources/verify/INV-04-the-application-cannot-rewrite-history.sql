-- INV-04: logs, answers, audit, lines of purchases, fee models, extras and evaluations are append-only; orders, items,
-- purchases, their payments and adjustments, and tariffs are never deleted. Only their owner has that right.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public'
    and (table_name in ('order_log', 'invoice_answer', 'audit', 'purchase_log', 'market_purchase_line', 'fee_model',
            'shipping_extra', 'evaluation_buyer', 'evaluation_seller')
            and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        or table_name in ('retail_order', 'order_item', 'order_status', 'shipping_tariff', 'market_purchase',
            'purchase_payment', 'adjustment') and privilege_type in ('DELETE', 'TRUNCATE'))
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
