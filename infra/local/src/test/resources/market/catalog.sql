-- The pieces of the purchases that order-service knows.
insert into packaging (id, name, length_mm, width_mm, height_mm, weight_g, active, version)
values (3, 'Small box', 300, 200, 150, 180, true, 1);
insert into listing (id, seller_id, title, description, unit_price_minor, quantity, reserved, weight_g, ship_from_name,
    ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country, status, created_at, version)
values (801, '0199c0de-0002-7000-8000-0000000000e1', 'Espresso cup', '', 1845, 10, 4, 320, 'Sami', 'Kossuth tér 3',
    '9021', 'Győr', 'HU', 'ACTIVE', now(), 9);
insert into deal (purchase_id, accepted, answer, answered_at, version)
select id, id <> 6, '[]', now(), case when id in (1, 2, 6) then 1 else 2 end from generate_series(1, 7) id;
insert into listing_reservation (id, listing_id, purchase_id, quantity, state, changed_at)
select purchase, 801, purchase, 2, state, now()
from (values (1, 'HELD'), (2, 'HELD'), (3, 'CONSUMED'), (4, 'CONSUMED'), (5, 'RELEASED'), (7, 'RELEASED'))
    reservation (purchase, state);
insert into inbox_version (consumer, topic, key, version)
select 'catalog.deal', 'kontor.order.market-purchase.v1', key, version
from (values ('1', 4), ('2', 6), ('3', 9), ('4', 8), ('5', 9), ('6', 2), ('7', 3)) stream (key, version);
