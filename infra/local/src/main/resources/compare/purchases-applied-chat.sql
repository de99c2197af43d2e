-- INV-25: each consumer of chat-service has applied every fact of every market purchase, once.
-- left: order
select id, fact_version from market_purchase
-- right: chat
select key, case when count(*) = (
    select count(distinct consumer) from inbox_version where topic = 'kontor.order.market-purchase.v1')
    then min(version) end
from inbox_version where topic = 'kontor.order.market-purchase.v1'
group by key
