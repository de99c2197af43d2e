-- INV-10: a revoked flag = newest history row; rows alternate, the first is true; there are as many as switches.
select h.kind, h.id, h.revoked, h.switches, h.rows, h.newest, h.crossed
from (
    select 'shelf' as kind, p.id, p.revoked, p.version - 1 as switches, count(r.id) as rows,
        (array_agg(r.revoked order by r.id desc))[1] as newest,
        bool_or(r.revoked <> (r.n % 2 = 1)) as crossed
    from shelf_purchase p left join (
        select *, row_number() over (partition by purchase_id order by id) as n from shelf_purchase_revocation) r
        on r.purchase_id = p.id
    group by p.id
    union all
    select 'deposit', d.id, d.revoked, d.version - 1 - (d.decided_by is not null)::int, count(r.id),
        (array_agg(r.revoked order by r.id desc))[1], bool_or(r.revoked <> (r.n % 2 = 1))
    from deposit d left join (
        select *, row_number() over (partition by deposit_id order by id) as n from deposit_revocation) r
        on r.deposit_id = d.id
    group by d.id
    union all
    select 'payment', p.id, p.revoked, p.version - 1, count(r.id),
        (array_agg(r.revoked order by r.id desc))[1], bool_or(r.revoked <> (r.n % 2 = 1))
    from invoice_payment p left join (
        select *, row_number() over (partition by payment_id order by id) as n from invoice_payment_revocation) r
        on r.payment_id = p.id
    group by p.id
    union all
    -- The version of a collection counts more than its switches.
    select 'replcoll', c.id, c.revoked, count(r.id), count(r.id),
        (array_agg(r.revoked order by r.id desc))[1], bool_or(r.revoked <> (r.n % 2 = 1))
    from replenishment_collection c left join (
        select *, row_number() over (partition by collection_id order by id) as n
        from replenishment_collection_revocation) r on r.collection_id = c.id
    group by c.id
    union all
    -- So does that of a stocktaking.
    select 'stocktaking', c.id, c.revoked, count(r.id), count(r.id),
        (array_agg(r.revoked order by r.id desc))[1], bool_or(r.revoked <> (r.n % 2 = 1))
    from stocktaking_collection c left join (
        select *, row_number() over (partition by collection_id order by id) as n from stocktaking_revocation) r
        on r.collection_id = c.id
    group by c.id
    union all
    select 'replenishment', l.id, l.revoked, l.version - 1, count(r.id),
        (array_agg(r.revoked order by r.id desc))[1], false
    from replenishment l left join replenishment_change r on r.replenishment_id = l.id
    group by l.id) h
where h.revoked <> coalesce(h.newest, false) or h.switches <> h.rows or h.crossed
limit 100
