-- R-3: open tickets by level, priority and status are those of the statistics.
-- table: tickets-open
-- key: level, priority, status
-- value: number
-- control: support
select concat_ws('|', case level when 'A' then 'AUTO' when '1' then 'SUPPORT_1'
        when '2' then 'SUPPORT_2' else 'CHIEF' end,
    case priority when 'L' then 'LOW' when 'N' then 'NORMAL' when 'H' then 'HIGH' else 'URGENT' end,
    case status when 'O' then 'OPEN' when 'P' then 'PENDING' else 'SOLVED' end), count(*)
from ticket where status <> 'C' group by level, priority, status
