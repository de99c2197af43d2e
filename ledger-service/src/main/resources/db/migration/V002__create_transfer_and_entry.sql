create sequence transfer_seq increment by 50;
create sequence entry_seq increment by 50;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create table transfer (
    id bigint primary key,
    kind text not null,
    business_ref text not null,
    reverses_id bigint,
    at timestamptz not null,
    booked_at timestamptz not null,
    actor_id uuid not null,
    constraint transfer_fact unique (business_ref, kind),
    constraint transfer_reverses foreign key (reverses_id) references transfer (id),
    constraint transfer_kind_known check (kind in ('DEPOSIT', 'DEPOSIT_REVOKED', 'DEPOSIT_REAPPLIED', 'SHELF', 'SHELF_REVOKED',
        'SHELF_REAPPLIED', 'REPLENISHMENT', 'MARKET_PAY', 'MARKET_DONE', 'MARKET_CANCEL', 'ADJUSTMENT', 'INVOICE',
        'INVOICE_CANCELLED', 'PAYMENT', 'PAYMENT_REVOKED', 'PAYMENT_REAPPLIED', 'OPENING')),
    constraint transfer_business_ref_length check (char_length(business_ref) between 1 and 100)
);

-- account_id has no foreign key: its check would lock the row of a community account in every posting.
create table entry (
    id bigint not null,
    transfer_id bigint not null,
    account_id bigint not null,
    amount_minor bigint not null,
    balance_after_minor bigint,
    floor_at_minor bigint,
    account_version bigint,
    booked_at timestamptz not null,
    tx bigint not null default (pg_current_xact_id()::text::bigint),
    constraint entry_key primary key (transfer_id, id),
    constraint entry_transfer foreign key (transfer_id) references transfer (id),
    constraint entry_amount_in_range check (amount_minor <> 0 and amount_minor between -9999999999 and 9999999999),
    constraint entry_within_floor check (balance_after_minor >= floor_at_minor),
    constraint entry_counted_with_balance check ((balance_after_minor is null) = (account_version is null)),
    constraint entry_floor_with_balance check (floor_at_minor is null or balance_after_minor is not null)
);
comment on column entry.account_version is 'Number of the entry within an account that stores its balance: the order of posting.';
comment on column entry.floor_at_minor is 'Floor the balance was checked against; null where nothing was checked.';
comment on column entry.tx is 'Transaction that wrote the row; checkpoints are bounded by it.';

-- No two postings can follow the same balance: a lost update would be a duplicate here.
create unique index entry_account_version on entry (account_id, account_version) where account_version is not null;
create index entry_tx on entry using brin (tx) with (pages_per_range = 16, autosummarize = on);

create function require_balanced_transfers() returns trigger language plpgsql as $$
begin
    if exists (select from added group by transfer_id having sum(amount_minor) <> 0 or count(*) < 2) then
        raise exception 'a transfer has fewer than two entries or does not sum to 0'
            using errcode = 'check_violation', constraint = 'entry_transfer_balanced', table = 'entry';
    end if;
    return null;
end
$$;
create trigger entry_transfer_balanced after insert on entry
    referencing new table as added for each statement execute function require_balanced_transfers();

create trigger transfer_append_only before update or delete or truncate on transfer
    for each statement execute function refuse_change();
create trigger entry_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();
