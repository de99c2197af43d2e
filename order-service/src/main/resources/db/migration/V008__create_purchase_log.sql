create table purchase_log (
    id bigint generated always as identity primary key,
    purchase_id bigint not null constraint purchase_log_purchase references market_purchase (id),
    actor_id uuid not null,
    action text not null,
    detail text not null,
    at timestamptz not null default now(),
    external_source text,
    external_id text,
    constraint purchase_log_action_known check (action in ('C', 'P', 'S', 'D', 'X', 'R', 'A', 'U', 'E')),
    constraint purchase_log_detail_length check (char_length(detail) between 1 and 400),
    constraint purchase_log_external_whole check ((external_source is null) = (external_id is null)),
    constraint purchase_log_external_unique unique (external_source, external_id)
);
comment on column purchase_log.action is
    'C CREATE, P PAY, S SHIP, D DONE, X CANCEL, R REFUND, A ADDITIONAL, U UPDATE, E EVALUATE.';
comment on column purchase_log.detail is 'Old and new value, such as OPEN -> PAID, or how much and why.';
create index purchase_log_purchase_id on purchase_log (purchase_id, id);
create trigger purchase_log_append_only before update or delete or truncate on purchase_log
    for each statement execute function refuse_change();
