create sequence account_seq start 1001 increment by 50;

-- Only MEMBER and ESCROW accounts are ever updated; the balance of the others is a checkpoint plus the later entries.
create table account (
    id bigint primary key,
    kind text not null,
    owner text not null,
    currency text not null,
    balance_minor bigint not null default 0,
    floor_minor bigint,
    version bigint not null default 0,
    constraint account_owner unique (kind, owner),
    constraint account_kind_known check (kind in ('MEMBER', 'CASH', 'STOCK_PURCHASES', 'SHELF_SALES', 'RETAIL_SALES', 'FEES',
        'VAT_PAYABLE', 'ESCROW', 'RECEIVABLE', 'OPENING')),
    constraint account_owner_fits check ((owner = '')
        = (kind in ('CASH', 'STOCK_PURCHASES', 'SHELF_SALES', 'RETAIL_SALES', 'FEES', 'OPENING'))),
    constraint account_community_stores_nothing check (kind in ('MEMBER', 'ESCROW')
        or (balance_minor = 0 and floor_minor is null and version = 0)),
    constraint account_escrow_not_negative check (kind <> 'ESCROW' or balance_minor >= 0),
    constraint account_currency_form check (currency ~ '^[A-Z]{3}$'),
    constraint account_version_not_negative check (version >= 0)
    -- Room on each page and no index on the balance: a debit rewrites its row in place.
) with (fillfactor = 70);
grant update (balance_minor, floor_minor, version) on account to ${app};
comment on column account.version is 'Counts the entries of the account.';

insert into account (id, kind, owner, currency) values
    (1, 'CASH', '', '${currency}'),
    (2, 'STOCK_PURCHASES', '', '${currency}'),
    (3, 'SHELF_SALES', '', '${currency}'),
    (4, 'RETAIL_SALES', '', '${currency}'),
    (5, 'FEES', '', '${currency}'),
    (6, 'OPENING', '', '${currency}');
