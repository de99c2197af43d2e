-- INV-31: nothing is left of an anonymised member but his histories.
select m.id
from member m join member_state s on s.member_id = m.id left join customer c on c.member_id = m.id
where m.status = 'ANONYMISED'
    and (s.admin or s.staff_level > 0 or m.has_log_in or m.first_name is not null or m.last_name <> 'Former member'
        or c.name <> 'Former customer' or c.bank_account is not null or c.tax_identifier is not null
        or exists (select 1 from customer_site l where l.customer_id = c.id
            and (l.street <> '-' or l.city <> '-' or l.zip_code <> '-' or l.tel is not null or l.fax is not null)))
limit 100
