-- INV-25: chat-service has applied every fact of every retail order, once.
-- left: order
select id, fact_version from retail_order
-- right: chat
select key, version from inbox_version where topic = 'kontor.order.retail-order.v1'
