-- INV-30: what ledger-service knows of every product is what catalog-service says.
-- left: catalog
select distinct on (product_id) product_id, concat_ws('|', name, active, for_sale, revocable, stock_policy, price_minor,
    vat_percentage, gross_price_minor, withdrawn, version)
from product_state order by product_id, version desc
-- right: ledger
select id, concat_ws('|', name, active, for_sale, revocable, stock_policy, unit_net_minor,
    vat_percentage, unit_price_minor, withdrawn, version)
from known_product
