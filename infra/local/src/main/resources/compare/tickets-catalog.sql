-- G-23: catalog-service knows who has a ticket on a listing, and on which.
-- left: support
select a.ticket_id, concat_ws('|', a.staff_id, t.target_id)
from assignment a join ticket t on t.id = a.ticket_id join target_type y on y.id = t.target_type_id
where a.status = 'A' and y.code = 'LISTING'
-- right: catalog
select ticket_id, concat_ws('|', staff_id, listing_id) from known_assignment
