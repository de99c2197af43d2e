-- What is derived is never stored: verified, rank, flags and level follow from the newest history rows.
create view member_state as
select m.id as member_id,
    m.subject,
    concat_ws(' ', m.first_name, m.last_name) as display_name,
    m.picture_upload_id,
    m.status,
    v.member_id is not null as verified,
    v.at as verified_at,
    v.member_id is not null and m.status <> 'ANONYMISED' and coalesce(r.active, false) as active,
    coalesce(r.is_system_user, false) as system_member,
    coalesce(a.is_admin, false) as admin,
    coalesce(g.level, 0) as staff_level,
    m.has_log_in,
    r.id as rank_id,
    r.name as rank_name,
    r.debt_limit_minor,
    c.id as customer_id,
    m.state_version as version
from member m
left join member_verification v on v.member_id = m.id
left join lateral (
    select rank_id from rank_change where member_id = m.id order by at desc, id desc limit 1) k on true
left join rank r on r.id = k.rank_id
left join lateral (
    select is_admin from admin_change where member_id = m.id order by at desc, id desc limit 1) a on true
left join lateral (
    select max(case n.grant_code when 'SUPPORT_1' then 1 when 'SUPPORT_2' then 2 else 3 end) as level
    from (select distinct on (grant_code) grant_code, granted from staff_grant_change where member_id = m.id
          order by grant_code, at desc, id desc) n
    where n.granted) g on true
left join customer c on c.member_id = m.id;
