-- INV-16: every document that was not imported has its place in the series of its issuer and of the year in which it
-- was made.
select id, number, issuer_id, series_issuer_id, series_year, creation_date from invoice
where external_source is null and (series_issuer_id is distinct from issuer_id
    or series_year is distinct from extract(year from creation_date))
limit 100
