-- INV-37: who was not the seller and closed a listing has written it down, once: the System for every listing that is
-- sold out or whose seller is gone, or else an admin.
select l.id, l.status, l.quantity, count(a.id) as audited
from listing l
left join audit a on a.target_type = 'listing' and a.target_id = l.id::text and a.action = 'close-listing'
group by l.id
having count(a.id) > 1 or (l.status <> 'CLOSED' and count(a.id) > 0)
    or bool_or(a.actor_id = l.seller_id)
limit 100
