-- INV-30: what invoice-service knows of every product is what catalog-service says.
-- left: catalog
select distinct on (product_id) product_id, concat_ws('|', name, vat_percentage, version)
from product_state order by product_id, version desc
-- right: invoice
select id, concat_ws('|', name, vat_percentage, version) from known_product
