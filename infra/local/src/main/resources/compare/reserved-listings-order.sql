-- INV-14: each reservation of a listing that was not given back belongs to a purchase of so many that goes on.
-- left: catalog
select concat_ws(' of ', listing_id, purchase_id), quantity from listing_reservation where state <> 'RELEASED'
-- within: order
select concat_ws(' of ', l.listing_id, l.purchase_id), sum(l.quantity)
from market_purchase p join market_purchase_line l on l.purchase_id = p.id
where p.status not in ('R', 'C')
group by l.listing_id, l.purchase_id
