-- INV-12: the price of a purchase is the price of the product version recorded with it (per product and version).
-- left: ledger
select product_id || ' version ' || product_version,
    string_agg(distinct unit_net_minor || '|' || vat_percentage || '|' || unit_price_minor, ', ')
from shelf_purchase group by product_id, product_version
-- within: catalog
select product_id || ' version ' || version, price_minor || '|' || vat_percentage || '|' || gross_price_minor
from product_state
