-- INV-33: who is asked about a listing is its seller.
-- left: chat
select concat_ws(' of ', c.context_id, m.member_id), 'seller'
from conversation c join conversation_member m on m.conversation_id = c.id
where c.context_type = 'LISTING' and m.member_id <> c.created_by
-- within: catalog
select concat_ws(' of ', id, seller_id), 'seller' from listing
