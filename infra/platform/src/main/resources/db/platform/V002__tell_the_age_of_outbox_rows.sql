-- The event's own time is no measure: an import keeps the original one, and the service's clock can be moved.
alter table outbox add column since timestamptz not null default clock_timestamp();

-- Swept by age; the rows lie in the order of their insertion, so a block range index is small and enough.
create index inbox_at on inbox using brin (at);
