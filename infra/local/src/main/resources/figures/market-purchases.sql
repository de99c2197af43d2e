-- R-3: purchases between members and their goods per status are those that stand so.
-- table: market-purchases
-- key: status
-- value: number, goodsMinor
-- control: order
select case status when 'W' then 'PENDING' when 'R' then 'REJECTED' when 'O' then 'OPEN' when 'P' then 'PAID'
    when 'S' then 'SHIPPED' when 'D' then 'DONE' else 'CANCELLED' end, concat_ws('|', count(*), sum(goods_minor))
from market_purchase group by status
