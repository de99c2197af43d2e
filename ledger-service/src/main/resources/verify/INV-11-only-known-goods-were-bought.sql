-- INV-11: except by an admin nothing inactive or not for sale was bought, seen where the version bought is still the
-- newest.
select s.id, s.product_id, s.product_version from shelf_purchase s
join known_product p on p.id = s.product_id and p.version = s.product_version
where s.admin_id is null and not (p.active and p.for_sale)
limit 100
