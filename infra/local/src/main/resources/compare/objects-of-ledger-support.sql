-- INV-30: what support-service knows of whose shelf purchases there are is what the ledger says.
-- left: ledger
select id, member_id from shelf_purchase
-- right: support
select o.target_id, array_to_string(o.owner_ids, ',')
from object_index o join target_type t on t.id = o.target_type_id
where t.code = 'SHELF_PURCHASE'
