create sequence shelf_cart_seq increment by 50;
create sequence shelf_purchase_seq increment by 50;
create sequence shelf_purchase_revocation_seq increment by 50;

create table shelf_purchase (
    id bigint primary key,
    cart_id bigint not null,
    at timestamptz not null,
    entered_at timestamptz not null,
    member_id uuid not null,
    product_id bigint not null,
    product_version bigint not null,
    unit_net_minor bigint not null,
    vat_percentage numeric(5, 2) not null,
    unit_price_minor bigint not null,
    amount int not null,
    total_minor bigint not null,
    admin_id uuid,
    entered_via text not null,
    terminal text,
    revoked boolean not null default false,
    version bigint not null default 1,
    external_source text,
    external_id text,
    constraint shelf_purchase_amount_in_range check (amount between 1 and 10000),
    constraint shelf_purchase_total_fits check (total_minor = unit_price_minor * amount),
    constraint shelf_purchase_total_in_range check (total_minor between -9999999999 and 9999999999),
    constraint shelf_purchase_price_fits check (unit_price_minor = round(unit_net_minor * (100 + vat_percentage) / 100)),
    constraint shelf_purchase_vat_in_range check (vat_percentage between 0 and 100),
    constraint shelf_purchase_in_past check (at <= entered_at),
    constraint shelf_purchase_via_known check (entered_via in ('SELF', 'KIOSK', 'ADMIN')),
    constraint shelf_purchase_admin_fits check ((admin_id is not null) = (entered_via = 'ADMIN')),
    constraint shelf_purchase_terminal_fits check (terminal is null
        or (entered_via = 'KIOSK' and char_length(terminal) between 1 and 64)),
    constraint shelf_purchase_external_whole check ((external_source is null) = (external_id is null))
) with (fillfactor = 95);
grant update (revoked, version) on shelf_purchase to ${app};
create index shelf_purchase_member_at on shelf_purchase (member_id, at, id);
create index shelf_purchase_at on shelf_purchase (at, id);
create unique index shelf_purchase_external on shelf_purchase (external_source, external_id) where external_id is not null;

create table shelf_purchase_revocation (
    id bigint primary key,
    purchase_id bigint not null constraint shelf_purchase_revocation_purchase references shelf_purchase (id),
    revoked boolean not null,
    actor_id uuid not null,
    reason text,
    at timestamptz not null,
    constraint shelf_purchase_revocation_reason_length check (char_length(reason) between 1 and 64)
);
create index shelf_purchase_revocation_purchase_id on shelf_purchase_revocation (purchase_id, id);
create trigger shelf_purchase_revocation_append_only before update or delete or truncate on shelf_purchase_revocation
    for each statement execute function refuse_change();
