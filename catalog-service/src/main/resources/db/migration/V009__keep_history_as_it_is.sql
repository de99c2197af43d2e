-- The application has no right to change these rows (INV-04); the trigger holds whoever has it by mistake, too.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger product_price_append_only before update or delete or truncate on product_price
    for each statement execute function refuse_change();
create trigger product_state_append_only before update or delete or truncate on product_state
    for each statement execute function refuse_change();
create trigger vat_rate_change_append_only before update or delete or truncate on vat_rate_change
    for each statement execute function refuse_change();
create trigger stock_move_append_only before update or delete or truncate on stock_move
    for each statement execute function refuse_change();
