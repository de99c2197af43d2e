-- INV-13: what the lines of replenishments have moved is what counts of them, since their products are counted.
-- left: catalog
select l.line_id, concat_ws('|', l.product_id, l.moved, l.at)
from replenishment_line l join stock s on s.product_id = l.product_id
where s.tracked and (s.tracked_since is null or l.at >= s.tracked_since)
-- within: ledger
select l.id, concat_ws('|', l.product_id, case when l.revoked or c.revoked then 0 else l.amount end, c.at)
from replenishment l join replenishment_collection c on c.id = l.collection_id
