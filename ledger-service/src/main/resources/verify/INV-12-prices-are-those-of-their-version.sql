-- INV-12: the price of a purchase = the price of its product version, seen where that version is still the newest.
select s.id, s.product_id, s.product_version, s.unit_net_minor, p.unit_net_minor as known_minor from shelf_purchase s
join known_product p on p.id = s.product_id and p.version = s.product_version
where s.unit_net_minor <> p.unit_net_minor or s.unit_price_minor <> p.unit_price_minor
    or s.vat_percentage <> p.vat_percentage
limit 100
