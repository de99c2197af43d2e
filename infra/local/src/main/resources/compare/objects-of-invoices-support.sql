-- INV-30: what support-service knows of whose invoices there are is what invoice-service says.
-- left: invoice
select id, customer_id from invoice
-- right: support
select o.target_id, o.customer_id
from object_index o join target_type t on t.id = o.target_type_id
where t.code = 'INVOICE'
