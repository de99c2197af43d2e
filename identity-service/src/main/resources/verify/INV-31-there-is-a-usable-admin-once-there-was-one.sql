-- INV-31: once somebody has been an admin, at least one active admin with a log-in is left.
select 'no usable admin' as offence
where exists (select 1 from admin_change where is_admin)
    and not exists (select 1 from member_state where admin and active and has_log_in)
limit 100
