-- INV-13: pieces are held while their purchase is open or paid, gone when shipped, given back when cancelled.
-- left: order
-- Of a listing that is on several lines all pieces together; imported purchases were never asked about.
select concat_ws(' of ', l.listing_id, l.purchase_id), concat_ws('|', sum(l.quantity),
    case when p.status in ('O', 'P') then 'HELD' when p.status = 'C' then 'RELEASED' else 'CONSUMED' end)
from market_purchase p join market_purchase_line l on l.purchase_id = p.id
where p.status in ('O', 'P', 'S', 'D', 'C') and p.external_id is null
group by l.listing_id, l.purchase_id, p.status
-- within: catalog
select concat_ws(' of ', listing_id, purchase_id), concat_ws('|', quantity, state) from listing_reservation
