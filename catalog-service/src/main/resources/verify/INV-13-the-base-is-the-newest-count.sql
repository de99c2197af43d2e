-- INV-13: a stock starts from the newest stocktaking that counts it, by time and id, or from when counting began.
select s.product_id, s.base_stocktaking_id, s.base_count, s.base_at, b.id as newest, b.pieces, b.at
from stock s left join lateral (
    select t.id, t.at, c.pieces from stocktaking_count c join stocktaking t on t.id = c.stocktaking_id
    where c.product_id = s.product_id and not t.revoked and (s.tracked_since is null or t.at >= s.tracked_since)
    order by t.at desc, t.id desc limit 1) b
    on true
where s.tracked and (s.base_stocktaking_id, s.base_count, s.base_at)
    is distinct from (b.id, coalesce(b.pieces, 0), coalesce(b.at, s.tracked_since))
limit 100
