-- INV-20: the main site of each customer is one of his live sites.
select c.id, c.main_site_id from known_customer c
where not exists (select from known_site s where s.id = c.main_site_id and s.customer_id = c.id) limit 100
