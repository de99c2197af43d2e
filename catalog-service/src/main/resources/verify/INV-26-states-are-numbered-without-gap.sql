-- INV-26: the states of a product are numbered 1, 2, 3 ... to its version.
select p.id, p.version, count(s.version) as states, max(s.version) as newest
from product p left join product_state s on s.product_id = p.id
group by p.id
having count(s.version) <> p.version or max(s.version) is distinct from p.version or min(s.version) <> 1
limit 100
