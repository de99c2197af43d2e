-- INV-22: an active listing has everything that a purchase of it needs (C-20), and pieces; nobody offers anything after
-- he was anonymised.
select l.id, l.status, l.seller_id, l.quantity
from listing l left join known_member m on m.id = l.seller_id
where (l.status = 'ACTIVE' and (l.quantity < 1 or num_nulls(l.title, l.unit_price_minor, l.weight_g, l.ship_from_name,
        l.ship_from_street, l.ship_from_zip_code, l.ship_from_city, l.ship_from_country) > 0))
    or (l.status <> 'CLOSED' and m.status = 'ANONYMISED')
limit 100
