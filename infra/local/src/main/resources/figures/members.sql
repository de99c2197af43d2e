-- R-3: members in numbers are those that identity-service has.
-- table: members
-- key: members
-- value: number
-- control: identity
select of, count(*) from member_state cross join lateral (values ('all', true),
    ('registered', status = 'REGISTERED'), ('verified', status = 'VERIFIED'), ('active', active),
    ('system', system_member), ('anonymised', status = 'ANONYMISED')) counted (of, applies)
where applies group by of
