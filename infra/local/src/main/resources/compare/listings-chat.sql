-- INV-30: what chat-service knows of every listing is what catalog-service says.
-- left: catalog
select id, concat_ws('|', seller_id, title, status, version) from listing
-- right: chat
select id, concat_ws('|', seller_id, title, status, version) from known_listing
