-- INV-18: what is printed on a document is what its content hash was made of.
select i.id, i.number, i.content_hash, encode(sha256(convert_to(c.content, 'UTF8')), 'hex') as recomputed
from invoice i left join invoice_content c on c.invoice_id = i.id
where c.content is null or i.content_hash <> encode(sha256(convert_to(c.content, 'UTF8')), 'hex')
limit 100
