-- Histories taken over from another shop name the row they come from (G-2).
alter table deposit_revocation
    add column external_source text,
    add column external_id text,
    add constraint deposit_revocation_external_whole check ((external_source is null) = (external_id is null));
create unique index deposit_revocation_external on deposit_revocation (external_source, external_id)
    where external_id is not null;

alter table shelf_purchase_revocation
    add column external_source text,
    add column external_id text,
    add constraint shelf_purchase_revocation_external_whole check ((external_source is null) = (external_id is null));
create unique index shelf_purchase_revocation_external on shelf_purchase_revocation (external_source, external_id)
    where external_id is not null;

alter table replenishment_collection_revocation
    add column external_source text,
    add column external_id text,
    add constraint replenishment_collection_revocation_external_whole
        check ((external_source is null) = (external_id is null));
create unique index replenishment_collection_revocation_external
    on replenishment_collection_revocation (external_source, external_id) where external_id is not null;

alter table replenishment_change
    add column external_source text,
    add column external_id text,
    add constraint replenishment_change_external_whole check ((external_source is null) = (external_id is null));
create unique index replenishment_change_external on replenishment_change (external_source, external_id)
    where external_id is not null;

alter table stocktaking_revocation
    add column external_source text,
    add column external_id text,
    add constraint stocktaking_revocation_external_whole check ((external_source is null) = (external_id is null));
create unique index stocktaking_revocation_external on stocktaking_revocation (external_source, external_id)
    where external_id is not null;

-- Goods of a community bear 0 % (G-10). Their purchases come before the first product of that rate is told again, or
-- after the last one has changed its rate, and no posting opens an account.
insert into account (id, kind, owner, currency) values (7, 'VAT_PAYABLE', '0', '${currency}')
on conflict on constraint account_owner do nothing;
