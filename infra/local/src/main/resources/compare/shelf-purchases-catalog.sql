-- INV-25: catalog-service has applied every switch of every shelf purchase, once (sums per thousand purchases).
-- left: ledger
select purchase_id / 1000 * 1000, count(*) || ' purchases, ' || sum(events) || ' events'
from (select p.id as purchase_id,
             1 + (select count(*) from shelf_purchase_revocation r where r.purchase_id = p.id) as events
      from shelf_purchase p) streams
group by 1
-- right: catalog
select key::bigint / 1000 * 1000, count(*) || ' purchases, ' || sum(version) || ' events'
from inbox_version where topic = 'kontor.ledger.shelf-purchase.v1'
group by 1
