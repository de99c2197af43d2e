-- In the shop that is taken over somebody made himself the first admin, too; here only racing claims meet this index.
drop index admin_change_first;
create unique index admin_change_first on admin_change ((true))
    where is_admin and member_id = by_admin_id and external_id is null;
