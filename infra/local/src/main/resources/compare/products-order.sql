-- INV-30: what order-service knows of every product is what catalog-service says.
-- left: catalog
select distinct on (product_id) product_id, concat_ws('|', name, barcode, active, for_sale, price_minor, vat_percentage,
    withdrawn, version)
from product_state order by product_id, version desc
-- right: order
select id, concat_ws('|', name, barcode, active, for_sale, price_minor, vat_percentage, withdrawn, version)
from known_product
