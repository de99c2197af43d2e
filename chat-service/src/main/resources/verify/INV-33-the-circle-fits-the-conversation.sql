-- INV-33: parties of a purchase are its buyer and seller, of a talk about a listing two, of a ticket its creator;
-- staff is in no private talk (H-1 to H-5).
select c.id, c.type, count(*) filter (where s.role = 'PARTY') as parties,
    count(*) filter (where s.role = 'STAFF') as staff
from conversation c left join conversation_member s on s.conversation_id = c.id
    left join known_purchase p on c.type = 'U' and p.id = c.context_id
group by c.id, p.id
having case c.type
    when 'U' then count(*) filter (where s.role = 'PARTY') <> 2
        or count(*) filter (where s.role = 'PARTY' and s.member_id in (p.buyer_id, p.seller_id)) <> 2
    when 'S' then count(*) filter (where s.role = 'PARTY') <> 1
        or count(*) filter (where s.role = 'PARTY' and s.member_id = c.created_by) <> 1
    else count(*) filter (where s.role = 'STAFF') > 0
        or count(*) filter (where s.member_id = c.created_by) <> 1
        or c.context_type = 'LISTING' and count(s.member_id) <> 2 end
limit 100
