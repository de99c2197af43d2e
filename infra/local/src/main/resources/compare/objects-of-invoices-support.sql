-- INV-30: what support-service knows of whose invoices there are is what invoice-service says.
-- left: invoice
-- One that was cancelled where it was imported from is told to nobody.
select id, customer_id from invoice i
where not cancelled or exists (select from invoice c where c.cancels_id = i.id)
-- right: support
select o.target_id, o.customer_id
from object_index o join target_type t on t.id = o.target_type_id
where t.code = 'INVOICE'
