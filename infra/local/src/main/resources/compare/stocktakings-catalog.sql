-- INV-13: the counts that stocks start from are those of the ledger, at their time, revoked or not.
-- left: ledger
select c.id || ', product ' || l.product_id, concat_ws('|', l.count, c.at, c.revoked)
from stocktaking_collection c join stocktaking l on l.collection_id = c.id
-- right: catalog
select t.id || ', product ' || c.product_id, concat_ws('|', c.pieces, t.at, t.revoked)
from stocktaking t join stocktaking_count c on c.stocktaking_id = t.id
