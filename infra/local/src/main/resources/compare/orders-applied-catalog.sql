-- INV-25: catalog-service has applied every fact of every retail order, once for each of its two uses.
-- left: order
select concat_ws(' by ', id, consumer), fact_version
from retail_order, (values ('catalog.demand'), ('catalog.reservation')) use (consumer)
-- right: catalog
select concat_ws(' by ', key, consumer), version from inbox_version where topic = 'kontor.order.retail-order.v1'
