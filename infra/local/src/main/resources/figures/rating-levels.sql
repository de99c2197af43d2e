-- R-3: how often each level was given is what the evaluations say.
-- table: rating-levels
-- key: side, part, level
-- value: number
-- control: order
select concat_ws('|', side, part, level), count(*) from (
    select 'BUYER' as side, part, given.level from evaluation_buyer e,
        lateral (values ('overall', e.level), ('packaging', e.level_pack), ('goods', e.level_goods))
            as given (part, level)
    union all
    select 'SELLER', 'overall', level from evaluation_seller) rated
group by side, part, level
