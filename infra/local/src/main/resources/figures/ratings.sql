-- R-3: number and sum of overall levels of each member are those of his evaluations.
-- table: ratings
-- key: memberId, as
-- value: number, levels
-- control: order
select concat_ws('|', member, side), concat_ws('|', count(*), sum(level)) from (
    select p.seller_id as member, 'SELLER' as side, e.level
    from evaluation_buyer e join market_purchase p on p.id = e.purchase_id
    union all
    select p.buyer_id, 'BUYER', e.level
    from evaluation_seller e join market_purchase p on p.id = e.purchase_id) rated
group by member, side
