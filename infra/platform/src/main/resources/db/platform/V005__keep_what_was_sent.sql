-- Events that left are kept for a week as they were, to be put back when a broker has lost them (infra/republish). The
-- relay's deletion keeps them, by the owner's right: the application can neither change nor remove them.
create table outbox_sent (like outbox);
create index outbox_sent_since on outbox_sent (since);

create function keep_sent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into outbox_sent select * from sent;
    -- A bounded part each time, so that nobody need sweep.
    delete from outbox_sent where ctid = any(array(
        select ctid from outbox_sent where since < now() - interval '7 days' order by since limit 1000));
    return null;
end
$$;

create trigger outbox_keep_sent after delete on outbox referencing old table as sent
    for each statement execute function keep_sent();
