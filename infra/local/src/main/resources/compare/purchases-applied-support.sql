-- INV-25: support-service has applied every fact of every market purchase, once.
-- left: order
select id, fact_version from market_purchase
-- right: support
select key, version from inbox_version where topic = 'kontor.order.market-purchase.v1'
