-- R-3: members by their rank are those that identity-service has.
-- table: members-by-rank
-- key: rank
-- value: number
-- control: identity
select coalesce(rank_name, ''), count(*) from member_state group by rank_name
