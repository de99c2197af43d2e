-- INV-16: document numbers run 1, 2, 3 ... without gap or double per issuer and year, up to the next one to be given.
select s.issuer_id, s.year, s.next_no, count(i.id) as documents, min(i.seq_no) as least, max(i.seq_no) as most
from series s left join invoice i on i.series_issuer_id = s.issuer_id and i.series_year = s.year
group by s.issuer_id, s.year, s.next_no
having count(i.id) <> s.next_no - 1 or coalesce(min(i.seq_no), 1) <> 1 or coalesce(max(i.seq_no), 0) <> s.next_no - 1
    or count(distinct i.seq_no) <> count(i.id)
limit 100
