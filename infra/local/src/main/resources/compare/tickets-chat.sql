-- G-23: chat-service knows who has which ticket, and the purchase that it is about.
-- left: support
select a.ticket_id, concat_ws('|', a.staff_id, case y.code when 'PURCHASE' then t.target_id end)
from assignment a join ticket t on t.id = a.ticket_id left join target_type y on y.id = t.target_type_id
where a.status = 'A'
-- right: chat
select ticket_id, concat_ws('|', staff_id, purchase_id) from known_assignment
