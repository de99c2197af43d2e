-- R-3: on hand and reserved of each product that is counted are what catalog-service says.
-- table: on-hand
-- key: productId
-- value: onHand, reserved
-- control: catalog
select product_id, concat_ws('|', on_hand, reserved) from stock where tracked
