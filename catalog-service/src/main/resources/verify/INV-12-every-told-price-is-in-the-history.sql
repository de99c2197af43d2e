-- INV-12: the price of every product version ever told is in the price history, and its gross price follows from it.
select s.product_id, s.version, s.price_minor, s.gross_price_minor, s.vat_percentage
from product_state s left join product_price h on h.product_id = s.product_id
    and h.valid_from = s.price_valid_from and h.amount_minor = s.price_minor
where h.id is null or s.gross_price_minor <> round(s.price_minor * (100 + s.vat_percentage) / 100)
limit 100
