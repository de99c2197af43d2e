-- INV-37: each change of a tag, category, VAT rate or packaging, each correction and each picture of a product has
-- exactly one audit row; each product was created, and withdrawn, once, by whom its row says. Prices have one each too,
-- but an edit may bring its price along.
select f.target_type, f.target_id, f.changes, count(a.id) as audited
from (
    select 'tag' as target_type, id::text as target_id, version as changes, '%' as action, external_id from tag
    union all select 'category', id::text, version, '%', external_id from category
    union all select 'vat-rate', id::text, version, '%', external_id from vat_rate
    union all select 'packaging', id::text, version, '%', external_id from packaging
    union all select 'upload', id::text, (purpose = 'PRODUCT')::int, '%', external_id from upload
    union all select 'product', id::text, 1, 'create-product', external_id from product
    union all select 'product', id::text, (withdrawn_at is not null)::int, 'withdraw-product', external_id from product
    union all select 'product', s.product_id::text, count(m.id), 'correct-stock', null
        from stock s
        left join stock_move m on m.product_id = s.product_id and m.kind = 'CORRECTION' and m.external_id is null
        group by s.product_id) f
left join audit a on a.target_type = f.target_type and a.target_id = f.target_id and a.action like f.action
where f.external_id is null
group by f.target_type, f.target_id, f.changes, f.action
having count(a.id) <> f.changes
union all
select 'product-price', p.id::text, count(h.id) - 1, (
    select count(*) from audit a
    where a.target_type = 'product' and a.target_id = p.id::text and a.action in ('set-price', 'edit-product'))
from product p join product_price h on h.product_id = p.id and h.external_id is null
where p.external_id is null
group by p.id
having count(h.id) - 1 not between
    (select count(*) from audit a where a.target_type = 'product' and a.target_id = p.id::text
        and a.action = 'set-price')
    and (select count(*) from audit a where a.target_type = 'product' and a.target_id = p.id::text
        and a.action in ('set-price', 'edit-product'))
union all
select 'product', p.id::text, 1, 0 from product p join audit a
    on a.target_type = 'product' and a.target_id = p.id::text and a.action = 'create-product'
where a.actor_id <> p.created_by
limit 100
