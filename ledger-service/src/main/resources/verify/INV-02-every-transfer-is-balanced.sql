-- INV-02: every transfer has two entries or more, none of 0, and sums to 0; every entry has its transfer and its
-- account.
select t.id as transfer_id, e.transfer_id as of_transfer_id, count(e.id) as entries, sum(e.amount_minor) as sum_minor
from transfer t full join entry e on e.transfer_id = t.id left join account a on a.id = e.account_id
group by t.id, e.transfer_id
having t.id is null or count(e.id) < 2 or count(a.id) < count(e.id) or sum(e.amount_minor) <> 0
    or bool_or(e.amount_minor = 0)
limit 100
