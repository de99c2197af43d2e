-- INV-36: the pictures of a listing are uploads of that purpose by its seller, numbered 1, 2, 3 ...
select i.listing_id, i.position, i.upload_id
from listing_image i join listing l on l.id = i.listing_id left join upload u on u.id = i.upload_id
where u.purpose is distinct from 'LISTING' or u.uploaded_by is distinct from l.seller_id
    or i.position > (select count(*) from listing_image other where other.listing_id = i.listing_id)
limit 100
