-- INV-12: the price of a purchase is the price of the product version recorded with it (per product and version).
-- left: ledger
-- Version 0 is no version of a product: those purchases were taken over at the price that another shop had that day.
select product_id || ' version ' || product_version,
    string_agg(distinct unit_net_minor || '|' || vat_percentage || '|' || unit_price_minor, ', ')
from shelf_purchase where product_version > 0 group by product_id, product_version
-- within: catalog
select product_id || ' version ' || version, price_minor || '|' || vat_percentage || '|' || gross_price_minor
from product_state
