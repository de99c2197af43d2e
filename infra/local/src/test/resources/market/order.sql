-- Purchases 1 to 7 of two pieces each: open, paid, shipped, done, returned, rejected, cancelled before it was paid.
insert into known_listing (id, seller_id, title, unit_price_minor, available, weight_g, country, status, version)
values (801, '0199c0de-0002-7000-8000-0000000000e1', 'Espresso cup', 1845, 6, 320, 'HU', 'ACTIVE', 9);
insert into known_packaging (id, name, length_mm, width_mm, height_mm, weight_g, active)
values (3, 'Small box', 300, 200, 150, 180, true);

insert into market_purchase (id, buyer_id, seller_id, placed_by, placed_by_admin, packaging_id, shipping_tariff_id,
    tracked, fee_model_id, ship_from_name, ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country,
    ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city, ship_to_country, goods_minor, fees_minor,
    shipping_minor, total_minor, additional_minor, refunded_minor, status, reject_reason, submitted_at, opened_at,
    paid_at, shipped_at, done_at, cancelled_at, fact_version)
select id, '0199c0de-0002-7000-8000-0000000000b1', '0199c0de-0002-7000-8000-0000000000e1',
    '0199c0de-0002-7000-8000-0000000000b1', false, 3, 1, false, 1, 'Sami', 'Kossuth tér 3', '9021', 'Győr', 'HU',
    'Berta', 'Fő utca 12', '1011', 'Budapest', 'HU', 3690, 168, 540, 4398, additional, refunded, status,
    case status when 'R' then 'listing-short' end, now(), case when status <> 'R' then now() end,
    case when id between 2 and 5 then now() end, case when status in ('S', 'D') then now() end,
    case status when 'D' then now() end, case status when 'C' then now() end, facts
from (values
    (1, 'O', 0, 0, 4),
    (2, 'P', 0, 1000, 6),
    (3, 'S', 300, 4500, 9),
    (4, 'D', 0, 1000, 8),
    (5, 'C', 300, 4698, 9),
    (6, 'R', 0, 0, 2),
    (7, 'C', 0, 0, 3)) purchase (id, status, additional, refunded, facts);
insert into market_purchase_line (id, purchase_id, line_no, listing_id, title, quantity, unit_price_minor, weight_g,
    listing_version)
select 2 * p.id + no, p.id, no, 801, 'Espresso cup', 1, 1845, 320, 1 from market_purchase p, generate_series(1, 2) no;

insert into purchase_payment (id, purchase_id, external, requested_by, privileged, at, state, code)
select id, purchase, external, '0199c0de-0002-7000-8000-0000000000b1', external, now(), state, code
from (values
    (61, 1, false, 'REFUSED', 'insufficient-credit'),
    (62, 2, false, 'FUNDED', null),
    (63, 3, true, 'FUNDED', null),
    (64, 4, false, 'FUNDED', null),
    (65, 5, false, 'FUNDED', null)) payment (id, purchase, external, state, code);
insert into adjustment (id, purchase_id, receiver_id, direction, value_minor, created_by, privileged, gives_back, state,
    code)
select id, purchase, '0199c0de-0002-7000-8000-0000000000b1', direction, value,
    '0199c0de-0002-7000-8000-0000000000b1', false, gives_back, case when code is null then 'BOOKED' else 'REFUSED' end,
    code
from (values
    (91, 2, 'REFUND', 1000, false, null),
    (92, 3, 'ADDITIONAL', 300, false, null),
    (93, 3, 'REFUND', 4500, false, null),
    (94, 4, 'REFUND', 1000, false, null),
    (95, 5, 'ADDITIONAL', 300, false, null),
    (96, 5, 'REFUND', 500, false, null),
    (97, 5, 'REFUND', 4198, true, null),
    (98, 2, 'ADDITIONAL', 7000, false, 'insufficient-credit'))
    adjustment (id, purchase, direction, value, gives_back, code);

insert into inbox_version (consumer, topic, key, version)
select 'order.escrow', 'kontor.ledger.escrow.v1', key, version
from (values ('1', 1), ('2', 3), ('3', 3), ('4', 3), ('5', 4)) stream (key, version)
union all
select consumer, 'kontor.catalog.reservation.v1', 'purchase:' || id, case when id in (1, 2, 6) then 1 else 2 end
from market_purchase, (values ('order.reservation'), ('order.listing-reservation')) use (consumer)
union all
select 'order.packagings', 'kontor.catalog.packaging.v1', '3', 1;
