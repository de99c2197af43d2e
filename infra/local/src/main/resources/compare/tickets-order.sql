-- G-23: order-service knows who has a ticket on an order or a purchase, and on which.
-- left: support
select a.ticket_id, concat_ws('|', a.staff_id, y.code, t.target_id)
from assignment a join ticket t on t.id = a.ticket_id join target_type y on y.id = t.target_type_id
where a.status = 'A' and y.code in ('ORDER', 'PURCHASE')
-- right: order
select ticket_id, concat_ws('|', staff_id, target_type, target_id) from known_assignment
