-- INV-36: the picture of a product is a square upload of that purpose; its file is looked for where the files are.
select p.id, p.image_upload_id from product p left join upload u on u.id = p.image_upload_id
where p.image_upload_id is not null and (u.purpose is distinct from 'PRODUCT' or u.width <> u.height)
limit 100
