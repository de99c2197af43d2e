-- INV-30: chat-service knows the parties of every market purchase that came about.
-- left: order
select id, concat_ws('|', buyer_id, seller_id) from market_purchase where opened_at is not null
-- right: chat
select id, concat_ws('|', buyer_id, seller_id) from known_purchase
