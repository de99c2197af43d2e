-- INV-20: the main site of a customer is one of his own live sites.
select c.id, c.main_site_id
from customer c
where not exists (select 1 from customer_site s
    where s.id = c.main_site_id and s.customer_id = c.id and s.removed_at is null)
limit 100
