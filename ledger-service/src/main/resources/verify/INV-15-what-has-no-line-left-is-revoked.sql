-- INV-15: a collection whose lines are all revoked is revoked. One that was taken over is as the other shop had it,
-- which wrote down by itself whether it switched a collection along with its last line (G-40).
select c.id from replenishment_collection c
where not c.revoked and c.external_id is null
    and not exists (select from replenishment l where l.collection_id = c.id and not l.revoked)
limit 100
