-- R-3: documents and the newest number per series are those that were given out.
-- table: invoice-series
-- key: issuerId, year
-- value: documents, newest
-- control: invoice
select concat_ws('|', series_issuer_id, series_year), concat_ws('|', count(*), max(seq_no))
from invoice where seq_no is not null group by series_issuer_id, series_year
