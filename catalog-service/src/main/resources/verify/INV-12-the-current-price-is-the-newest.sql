-- INV-12: the current price of a product is the newest row of its price history.
select p.id, p.price_minor, p.price_valid_from, n.amount_minor, n.valid_from
from product p left join lateral (
    select amount_minor, valid_from from product_price where product_id = p.id
    order by valid_from desc, id desc limit 1) n
    on true
where n.amount_minor is distinct from p.price_minor or n.valid_from is distinct from p.price_valid_from
limit 100
