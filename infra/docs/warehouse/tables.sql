-- What the two connectors write to, and views of it. The shape of a body is in contracts.
create table fact (
    of_topic text not null,
    of_partition int not null,
    of_offset bigint not null,
    event_id text not null,
    event_type text not null,
    event_time text not null,
    sequence text not null,
    imported text not null,
    body text not null,
    primary key (of_topic, of_partition, of_offset)
);
create index fact_event_type on fact (event_type);

create table state (
    topic text not null,
    id text not null,
    event_id text not null,
    event_type text not null,
    event_time text not null,
    sequence text not null,
    imported text not null,
    body text,
    primary key (topic, id)
);

-- The same event may lie in a topic twice; it is one event.
create view event as
select distinct on (event_id) event_id, event_type, event_time::timestamptz as event_time, sequence::bigint as sequence,
    imported::boolean as imported, of_topic as topic, body::jsonb as body
from fact order by event_id, of_topic, of_partition, of_offset;

-- of: kontor.ledger.shelf-purchase-made.v1
create view shelf_purchase_made as
select (body ->> 'purchaseId')::bigint as purchase_id, (body ->> 'productId')::bigint as product_id,
    (body ->> 'amount')::bigint as pieces, (body ->> 'unitNetMinor')::bigint as unit_net_minor,
    (body ->> 'totalMinor')::bigint as total_minor, (body ->> 'at')::timestamptz as at, imported
from event where event_type = 'kontor.ledger.shelf-purchase-made.v1';

-- of: kontor.ledger.shelf-purchase-revoked.v1, kontor.ledger.shelf-purchase-reapplied.v1
create view shelf_purchase_revoked as
select distinct on (purchase_id) purchase_id, event_type = 'kontor.ledger.shelf-purchase-revoked.v1' as revoked
from (select (body ->> 'purchaseId')::bigint as purchase_id, event_type, sequence from event
    where event_type in (
        'kontor.ledger.shelf-purchase-revoked.v1', 'kontor.ledger.shelf-purchase-reapplied.v1')) switched
order by purchase_id, sequence desc;

-- of: kontor.ledger.transfer-posted.v1
create view entry as
select (body ->> 'transferId')::bigint as transfer_id, body ->> 'businessRef' as business_ref,
    (body ->> 'bookedAt')::timestamptz as booked_at, e ->> 'accountKind' as account, e ->> 'owner' as owner,
    (e ->> 'amountMinor')::bigint as amount_minor
from event, jsonb_array_elements(body -> 'entries') as e where event_type = 'kontor.ledger.transfer-posted.v1';

-- of: kontor.catalog.products-state.v1
create view product as
select (body::jsonb ->> 'productId')::bigint as product_id, body::jsonb ->> 'name' as name,
    (body::jsonb ->> 'categoryId')::bigint as category_id
from state where topic = 'kontor.catalog.products.v1' and body is not null;
