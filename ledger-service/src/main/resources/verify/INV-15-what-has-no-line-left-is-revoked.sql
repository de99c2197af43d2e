-- INV-15: a collection whose lines are all revoked is revoked.
select c.id from replenishment_collection c
where not c.revoked and not exists (select from replenishment l where l.collection_id = c.id and not l.revoked)
limit 100
