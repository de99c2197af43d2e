-- INV-17: within a series, time of issue rises with the numbers, and day of creation does not fall.
select id, number, issued_at, earlier, creation_date, earlier_date
from (
    select id, number, issued_at, creation_date, lag(issued_at) over series as earlier,
        lag(creation_date) over series as earlier_date
    from invoice where seq_no is not null
    window series as (partition by series_issuer_id, series_year order by seq_no)) i
where issued_at <= earlier or creation_date < earlier_date
limit 100
