-- INV-30: what support-service knows of products, categories and listings is what catalog-service says.
-- left: catalog
select concat_ws(' ', 'PRODUCT', id), 'everybody' from product where withdrawn_at is null
union all
select concat_ws(' ', 'CATEGORY', id), 'everybody' from category
union all
select concat_ws(' ', 'LISTING', id), case status when 'ACTIVE' then 'everybody' else seller_id::text end from listing
-- right: support
select concat_ws(' ', t.code, o.target_id),
    case when o.everybody then 'everybody' else array_to_string(o.owner_ids, ',') end
from object_index o join target_type t on t.id = o.target_type_id
where t.code in ('PRODUCT', 'CATEGORY', 'LISTING')
