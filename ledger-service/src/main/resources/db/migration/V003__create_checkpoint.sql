-- Sum of the entries of transactions that had ended: entry.tx below tx. After a restore by dump, which starts the
-- transaction numbers anew, this table has to be emptied; a physical restore keeps them.
create table checkpoint (
    account_id bigint primary key constraint checkpoint_account references account (id),
    balance_minor bigint not null,
    tx bigint not null,
    at timestamptz not null
);
grant update (balance_minor, tx, at) on checkpoint to ${app};
