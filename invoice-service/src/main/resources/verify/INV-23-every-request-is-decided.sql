-- INV-23: no request for an invoice stays undecided while there is an issuer: order-service answers, and what it has
-- released is issued.
select id, order_id, released, at from invoice_request
where state = 'PENDING' and at < now() - interval '10 minutes'
    and exists (select from issuer where valid_from < now() - interval '10 minutes')
limit 100
