-- INV-25: catalog-service has applied every fact of every market purchase, once.
-- left: order
select id, fact_version from market_purchase
-- right: catalog
select key, version from inbox_version where topic = 'kontor.order.market-purchase.v1'
