-- INV-04: entries, transfers and histories are append-only: nobody but their owner may update or delete them.
select table_name, grantee, privilege_type from information_schema.role_table_grants
where table_schema = 'public' and table_name in ('entry', 'transfer', 'deposit_revocation', 'shelf_purchase_revocation',
        'replenishment_collection_revocation', 'replenishment_change', 'stocktaking_revocation',
        'invoice_payment_revocation', 'escrow_payment', 'escrow_adjustment', 'audit')
    and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
    and grantee <> (select tableowner from pg_tables where schemaname = 'public' and tablename = table_name)
