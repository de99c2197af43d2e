-- Sum of the entries of transactions that had ended: entry.tx below tx. After a restore by dump, which starts the
-- transaction numbers anew, this table has to be emptied; a physical restore keeps them.
create table checkpoint (
    account_id bigint primary key constraint checkpoint_account references account (id),
    balance_minor bigint not null,
    tx bigint not null,
    at timestamptz not null
);
grant update (balance_minor, tx, at) on checkpoint to ${app};

create view community_balance as
select a.id, a.kind, a.owner,
    coalesce(c.balance_minor, 0) + coalesce(sum(e.amount_minor), 0) as balance_minor
from account a
left join checkpoint c on c.account_id = a.id
left join entry e on e.account_id = a.id and e.tx >= coalesce(c.tx, 0)
where a.kind not in ('MEMBER', 'ESCROW')
group by a.id, a.kind, a.owner, c.balance_minor;
