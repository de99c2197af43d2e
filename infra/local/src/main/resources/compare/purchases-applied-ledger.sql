-- INV-25: the ledger has applied every fact of every market purchase, once.
-- left: order
select id, fact_version from market_purchase
-- right: ledger
select key, version from inbox_version where topic = 'kontor.order.market-purchase.v1'
