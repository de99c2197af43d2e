-- R-3: listings, their pieces and what was sold of them are what catalog-service says.
-- table: listings-per-status
-- key: status
-- value: number, pieces, reserved, sold
-- control: catalog
select status, concat_ws('|', count(*), sum(quantity), sum(reserved), sum(sold)) from (
    select l.status, l.quantity, l.reserved, coalesce((select sum(quantity) from listing_reservation
        where listing_id = l.id and state = 'CONSUMED'), 0) as sold
    from listing l) offered
group by status
