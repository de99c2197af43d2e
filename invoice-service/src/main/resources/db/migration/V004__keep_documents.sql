-- V-9: an issued document never changes but for its print counter, which counts, and cancelled, which is set once.
create function keep_invoice() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - array['printed_copies', 'cancelled'] <> to_jsonb(old) - array['printed_copies', 'cancelled']
        or new.printed_copies not in (old.printed_copies, old.printed_copies + 1)
        or (old.cancelled and not new.cancelled)
    then
        raise exception 'an issued document never changes' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger invoice_never_changes before update on invoice for each row execute function keep_invoice();
create trigger invoice_append_only before delete or truncate on invoice
    for each statement execute function refuse_change();
create trigger invoice_item_append_only before update or delete or truncate on invoice_item
    for each statement execute function refuse_change();
create trigger invoice_vat_append_only before update or delete or truncate on invoice_vat
    for each statement execute function refuse_change();
create trigger print_log_append_only before update or delete or truncate on print_log
    for each statement execute function refuse_change();

-- A document gets its lines in the transaction that issues it and never again.
create function require_new_documents() returns trigger language plpgsql as $$
begin
    if exists (select from added a join invoice i on i.id = a.invoice_id where i.xmin <> pg_current_xact_id()::xid) then
        raise exception 'an issued document gets no further lines' using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger invoice_item_of_new_document after insert on invoice_item
    referencing new table as added for each statement execute function require_new_documents();
create trigger invoice_vat_of_new_document after insert on invoice_vat
    referencing new table as added for each statement execute function require_new_documents();

-- V-1: what stands on a document stays as it was.
create function keep_used_issuer() returns trigger language plpgsql as $$
begin
    if exists (select from invoice where issuer_id = old.id) then
        raise exception 'issuer % is named on documents', old.id using errcode = 'insufficient_privilege';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger issuer_stays_once_used before update or delete on issuer
    for each row execute function keep_used_issuer();

-- Numbers are taken one by one.
create function keep_series() returns trigger language plpgsql as $$
begin
    if new.next_no <> old.next_no + 1 or new.issued_at <= old.issued_at then
        raise exception 'a series goes on number by number' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger series_goes_on before update on series for each row execute function keep_series();
create trigger series_stays before delete or truncate on series for each statement execute function refuse_change();

-- Texts one after the other, each with its length, so that no two lists of texts look alike.
create function printed(variadic parts text[]) returns text language sql immutable parallel safe as $$
    select string_agg(coalesce(char_length(part) || ':' || part, '-'), ',' order by n)
    from unnest(parts) with ordinality p (part, n)
$$;

-- All that is printed on a document; content_hash is the SHA-256 of it.
create view invoice_content as
select i.id as invoice_id, printed(
    i.kind, i.number, c.number, i.reason,
    s.name, s.street, s.zip_code, s.city, s.country, s.tax_identifier, s.bank_account,
    i.customer_name, i.customer_street, i.customer_zip_code, i.customer_city, i.customer_country,
    i.customer_tax_identifier,
    i.ship_to_name, i.ship_to_street, i.ship_to_zip_code, i.ship_to_city, i.ship_to_country, i.ship_to_phone,
    i.payment_method, i.means_code,
    to_char(i.creation_date, 'YYYY-MM-DD'), to_char(i.delivery_date, 'YYYY-MM-DD'),
    to_char(i.payment_deadline, 'YYYY-MM-DD'),
    i.currency, i.net_minor::text, i.vat_minor::text, i.gross_minor::text,
    (select string_agg(printed(l.line_no::text, l.name, l.amount::text, l.unit_price_minor::text,
        l.vat_percentage::text, l.net_minor::text), ';' order by l.line_no)
    from invoice_item l where l.invoice_id = i.id),
    (select string_agg(printed(v.percentage::text, v.net_minor::text, v.vat_minor::text), ';' order by v.percentage)
    from invoice_vat v where v.invoice_id = i.id)) as content
from invoice i join issuer s on s.id = i.issuer_id left join invoice c on c.id = i.cancels_id;
