-- INV-14: which purchase holds a piece of a listing, or has done so, was promised exactly that, and all its lines have
-- come to the same end.
with promised as (
    select d.purchase_id, (line ->> 'listingId')::bigint as listing_id, (line ->> 'quantity')::int as quantity
    from deal d cross join json_array_elements(d.answer::json) line where d.accepted)
select coalesce(p.purchase_id, r.purchase_id) as purchase_id, coalesce(p.listing_id, r.listing_id) as listing_id,
    p.quantity as promised, r.quantity, r.state
from promised p full join listing_reservation r on r.purchase_id = p.purchase_id and r.listing_id = p.listing_id
where p.quantity is distinct from r.quantity
union all
select purchase_id, null, null, null, string_agg(distinct state, ', ')
from listing_reservation group by purchase_id having count(distinct state) > 1
limit 100
