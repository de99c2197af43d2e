-- Only the inbox reads a waiting event, as the message that it came in.
alter table inbox_waiting add column message text;
update inbox_waiting set message = json_build_object(
    'topic', topic, 'id', event_id, 'type', type, 'key', key, 'version', version, 'at', at,
    'origin', json_build_object('actorId', actor_id, 'correlationId', correlation_id, 'isImported', imported),
    'body', body)::text;
alter table inbox_waiting
    alter column message set not null,
    drop column event_id, drop column type, drop column body, drop column at, drop column actor_id,
    drop column correlation_id, drop column imported;
