-- INV-30: what support-service knows of every member is what identity-service says.
-- left: identity
select member_id, concat_ws('|', subject, display_name, picture_upload_id, status, verified, verified_at, active,
    system_member, admin, staff_level, has_log_in, rank_id, rank_name, debt_limit_minor, customer_id, version)
from member_state
-- right: support
select id, concat_ws('|', subject, display_name, picture_upload_id, status, verified, verified_at, active,
    system_member, admin, staff_level, has_log_in, rank_id, rank_name, debt_limit_minor, customer_id, version)
from known_member
