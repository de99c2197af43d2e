-- INV-33: the parties of a conversation about a purchase are its buyer and its seller.
-- left: chat
select c.context_id, string_agg(m.member_id::text, ',' order by m.member_id::text collate "C")
from conversation c join conversation_member m on m.conversation_id = c.id
where c.type = 'U' and m.role = 'PARTY'
group by c.context_id
-- within: order
select id, concat_ws(',', least(buyer_id::text collate "C", seller_id::text collate "C"),
    greatest(buyer_id::text collate "C", seller_id::text collate "C"))
from market_purchase where opened_at is not null
