-- R-3: volume between members per day is that of the purchases done on it.
-- table: market-volume
-- key: day
-- value: number, goodsMinor, shippingMinor
-- control: order
select day, concat_ws('|', count(*), sum(goods_minor), sum(shipping_minor)) from (
    select (done_at at time zone '{zone}')::date as day, goods_minor, shipping_minor
    from market_purchase where status = 'D') done
group by day
