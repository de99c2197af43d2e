-- INV-31: a member is VERIFIED or ANONYMISED if and only if he was verified, and then he has a rank.
select m.id, m.status, s.verified, s.rank_id
from member m join member_state s on s.member_id = m.id
where (m.status <> 'REGISTERED') <> s.verified or s.verified <> (s.rank_id is not null)
limit 100
