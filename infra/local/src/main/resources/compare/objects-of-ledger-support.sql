-- INV-30: what support-service knows of each member's shelf purchases is what the ledger says, in number and ids.
-- left: ledger
select member_id, concat_ws('|', count(*), sum(id)) from shelf_purchase group by member_id
-- right: support
select array_to_string(o.owner_ids, ','), concat_ws('|', count(*), sum(o.target_id::bigint))
from object_index o join target_type t on t.id = o.target_type_id
where t.code = 'SHELF_PURCHASE'
group by o.owner_ids
