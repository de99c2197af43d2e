-- Documents that count in sums. An invoice that was cancelled where it was imported from has no document that takes it
-- back, so it would stay in them for ever; one that is cancelled here has.
create view counted_invoice as
select * from invoice i
where not cancelled or exists (select from invoice c where c.cancels_id = i.id);
