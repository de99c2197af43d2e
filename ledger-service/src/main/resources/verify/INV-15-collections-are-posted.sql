-- INV-15: what was posted for a collection, and credited to its seller, = its effective total.
select c.id, c.seller_id, c.effective_minor, coalesce(s.sum_minor, 0) as sum_minor
from (
    select c.id, c.seller_id, coalesce(sum(l.total_price_minor) filter (where not l.revoked and not c.revoked), 0)
        as effective_minor
    from replenishment_collection c left join replenishment l on l.collection_id = c.id group by c.id) c
full join (
    select split_part(t.business_ref, ':', 2)::bigint as id, a.owner, sum(e.amount_minor) as sum_minor
    from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id and a.kind = 'MEMBER'
    where t.business_ref like 'replcoll:%' group by 1, 2) s on s.id = c.id and s.owner = c.seller_id::text
where c.effective_minor is distinct from coalesce(s.sum_minor, 0)
limit 100
