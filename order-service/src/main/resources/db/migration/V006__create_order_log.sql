create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create table order_log (
    id bigint generated always as identity primary key,
    order_id bigint not null constraint order_log_order references retail_order (id),
    item_id bigint constraint order_log_item references order_item (id),
    actor_id uuid not null,
    action text not null,
    detail text not null,
    at timestamptz not null,
    external_source text,
    external_id text,
    constraint order_log_action_known check (action in ('SUBMIT', 'PLACE', 'REJECT', 'STATUS', 'ITEM_STATUS', 'PRICE',
        'AMOUNT', 'CANCEL', 'INVOICE')),
    constraint order_log_detail_length check (char_length(detail) between 1 and 100)
);
comment on column order_log.detail is 'Old and new value, such as NEW -> PACKAGED.';
create index order_log_order_id on order_log (order_id, id);
create trigger order_log_append_only before update or delete or truncate on order_log
    for each statement execute function refuse_change();

-- What was answered to questions of invoice-service: asked twice, the first answer counts (G-35).
create table invoice_answer (
    request_id bigint primary key,
    order_id bigint not null constraint invoice_answer_order references retail_order (id),
    refused_code text,
    at timestamptz not null
);
create trigger invoice_answer_append_only before update or delete or truncate on invoice_answer
    for each statement execute function refuse_change();
