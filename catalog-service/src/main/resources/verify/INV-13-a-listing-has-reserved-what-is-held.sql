-- INV-13: what is reserved of a listing is what its held reservations add up to, and the seller has it.
select l.id, l.status, l.quantity, l.reserved, coalesce(sum(r.quantity), 0) as held
from listing l left join listing_reservation r on r.listing_id = l.id and r.state = 'HELD'
group by l.id
having l.reserved <> coalesce(sum(r.quantity), 0) or l.reserved not between 0 and l.quantity
    or (l.status = 'DRAFT' and l.reserved > 0)
limit 100
