-- R-3: favourites over all members are the pieces sold of what is active and for sale.
-- table: favourites
-- key: productId
-- value: pieces
-- control: ledger
select p.product_id, sum(p.amount) from shelf_purchase p join known_product k on k.id = p.product_id
where not p.revoked and k.active and k.for_sale group by p.product_id
