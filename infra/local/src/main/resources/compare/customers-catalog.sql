-- INV-30: what catalog-service knows of every customer and his live sites is what identity-service says.
-- left: identity
select c.id, concat_ws('|', c.member_id, c.name, c.state_version, (
    select string_agg(concat_ws(', ', s.id, s.street, s.zip_code, s.city, s.country, s.tel), '; ' order by s.id)
    from customer_site s where s.customer_id = c.id and s.removed_at is null))
from customer c
-- right: catalog
select c.id, concat_ws('|', c.member_id, c.name, c.version, (
    select string_agg(concat_ws(', ', s.id, s.street, s.zip_code, s.city, s.country, s.phone), '; ' order by s.id)
    from known_site s where s.customer_id = c.id))
from known_customer c
