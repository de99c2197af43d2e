-- The money of the purchases that order-service knows; accounts 101 of the buyer, 102 of the seller, 200 + purchase.
insert into account (id, kind, owner, currency, balance_minor, floor_minor) values
    (101, 'MEMBER', '0199c0de-0002-7000-8000-0000000000b1', 'EUR', 0, null),
    (102, 'MEMBER', '0199c0de-0002-7000-8000-0000000000e1', 'EUR', 0, null);
insert into account (id, kind, owner, currency, balance_minor, floor_minor)
select 200 + id, 'ESCROW', id::text, 'EUR', case id when 2 then 3398 else 0 end, 0 from generate_series(1, 5) id;

insert into escrow (purchase_id, buyer_id, seller_id, total_minor, external, paid_minor, fees_minor, status, version)
select id, '0199c0de-0002-7000-8000-0000000000b1', '0199c0de-0002-7000-8000-0000000000e1', 4398, external, paid, fees,
    status, facts
from (values
    (1, false, 0, null, 'OPEN', 1),
    (2, false, 3398, null, 'FUNDED', 3),
    (3, true, 198, null, 'FUNDED', 3),
    (4, false, 3398, 168, 'RELEASED', 3),
    (5, false, 0, null, 'RETURNED', 4)) escrow (id, external, paid, fees, status, facts);
insert into escrow_payment (purchase_id, request_id, code, at)
select id, 60 + id, case id when 1 then 'insufficient-credit' end, now() from generate_series(1, 5) id;
insert into escrow_adjustment (adjustment_id, purchase_id, direction, value_minor, escrow_minor, seller_minor,
    buyer_minor, code, at)
values
    (91, 2, 'REFUND', 1000, -1000, 0, 1000, null, now()),
    (92, 3, 'ADDITIONAL', 300, 0, 300, -300, null, now()),
    (93, 3, 'REFUND', 4500, -4398, -102, 4500, null, now()),
    (94, 4, 'REFUND', 1000, -1000, 0, 1000, null, now()),
    (95, 5, 'ADDITIONAL', 300, 0, 300, -300, null, now()),
    (96, 5, 'REFUND', 500, -500, 0, 500, null, now()),
    (98, 2, 'ADDITIONAL', 7000, 0, 0, 0, 'insufficient-credit', now());

insert into transfer (id, kind, business_ref, at, booked_at, actor_id)
select id, kind, business_ref, now(), now(), '0199c0de-0002-7000-8000-0000000000b1'
from (values
    (2, 'MARKET_PAY', 'market:2:pay'), (3, 'MARKET_PAY', 'market:3:pay'), (4, 'MARKET_PAY', 'market:4:pay'),
    (5, 'MARKET_PAY', 'market:5:pay'), (14, 'MARKET_DONE', 'market:4:done'),
    (15, 'MARKET_CANCEL', 'market:5:cancel'), (91, 'ADJUSTMENT', 'adjustment:91'),
    (92, 'ADJUSTMENT', 'adjustment:92'), (93, 'ADJUSTMENT', 'adjustment:93'), (94, 'ADJUSTMENT', 'adjustment:94'),
    (95, 'ADJUSTMENT', 'adjustment:95'), (96, 'ADJUSTMENT', 'adjustment:96')) posted (id, kind, business_ref);
insert into entry (id, transfer_id, account_id, amount_minor, booked_at)
select row_number() over (), transfer, account, amount, now()
from (values
    (2, 101, -4398), (2, 202, 4398),
    (3, (select id from account where kind = 'CASH'), -4398), (3, 203, 4398),
    (4, 101, -4398), (4, 204, 4398),
    (5, 101, -4398), (5, 205, 4398),
    (91, 202, -1000), (91, 101, 1000),
    (92, 101, -300), (92, 102, 300),
    (93, 203, -4398), (93, 102, -102), (93, 101, 4500),
    (94, 204, -1000), (94, 101, 1000),
    (95, 101, -300), (95, 102, 300),
    (96, 205, -500), (96, 101, 500),
    (14, 204, -3398), (14, (select id from account where kind = 'FEES'), 168), (14, 102, 3230),
    (15, 205, -3898), (15, 102, -300), (15, 101, 4198)) line (transfer, account, amount);
insert into inbox_version (consumer, topic, key, version)
select 'ledger.escrow', 'kontor.order.market-purchase.v1', key, version
from (values ('1', 4), ('2', 6), ('3', 9), ('4', 8), ('5', 9), ('6', 2), ('7', 3)) stream (key, version);
