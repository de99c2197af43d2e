-- INV-30: what was told last of a product is what a rebuild from the rows would tell.
select p.id, p.version
from product p
join vat_rate v on v.id = p.vat_rate_id
join product_state s on s.product_id = p.id and s.version = p.version
where (s.name, s.barcode, s.active, s.stock_policy, s.revocable, s.price_minor, s.price_valid_from, s.vat_rate_id,
        s.vat_percentage, s.category_id, s.category_path, s.withdrawn, s.for_sale)
    is distinct from (p.name, p.barcode, p.active, p.stock_policy, p.revocable, p.price_minor, p.price_valid_from,
        p.vat_rate_id, v.percentage, p.category_id, category_path(p.category_id), p.withdrawn_at is not null,
        not exists (select from product_tag pt join tag t on t.id = pt.tag_id
            where pt.product_id = p.id and not t.is_for_sale))
limit 100
