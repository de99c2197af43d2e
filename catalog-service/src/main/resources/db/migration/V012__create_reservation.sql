-- What the catalog has told one order: the aggregate behind the stream order:<id>, and what both its listeners lock.
-- An order that was never asked about (an imported one) has no answer.
create table promise (
    order_id bigint primary key,
    accepted boolean,
    -- The lines of the first answer as JSON: whoever asks again is told the very same (G-35).
    answer text,
    answered_at timestamptz,
    version bigint not null,
    constraint promise_answer_complete
        check ((accepted is null) = (answer is null) and (accepted is null) = (answered_at is null))
);
grant update (accepted, answer, answered_at, version) on promise to ${app};

create sequence reservation_seq increment by 50;
create table reservation (
    id bigint primary key,
    order_id bigint not null,
    order_item_id bigint not null,
    product_id bigint not null,
    quantity int not null,
    state text not null,
    -- Whose cancelling gave the pieces back: only then may another invoice take them out again.
    invoice_id bigint,
    -- What its moves add up to; one while nobody counted the product is none.
    moved int not null,
    changed_at timestamptz not null,
    constraint reservation_promise_exists foreign key (order_id) references promise (order_id),
    constraint reservation_stock_exists foreign key (product_id) references stock (product_id),
    constraint reservation_item_once unique (order_item_id),
    constraint reservation_quantity_in_range check (quantity between 1 and 10000),
    constraint reservation_state_known check (state in ('HELD', 'CONSUMED', 'RELEASED')),
    constraint reservation_invoice_only_when_released check (invoice_id is null or state = 'RELEASED'),
    constraint reservation_held_has_not_moved check (state <> 'HELD' or moved = 0)
);
create index reservation_by_order on reservation (order_id);
grant update (quantity, state, invoice_id, moved, changed_at) on reservation to ${app};

-- First answers to questions for another amount of an item; without a code it was accepted.
create table amount_answer (
    order_id bigint not null,
    request_id bigint not null,
    order_item_id bigint not null,
    product_id bigint not null,
    quantity int not null,
    delta int not null,
    code text,
    available int,
    at timestamptz not null,
    constraint amount_answer_once primary key (order_id, request_id),
    constraint amount_answer_promise_exists foreign key (order_id) references promise (order_id),
    constraint amount_answer_quantity_in_range check (quantity between 1 and 10000)
);
create trigger amount_answer_append_only before update or delete or truncate on amount_answer
    for each statement execute function refuse_change();

-- The last word on C-17, whoever writes: nobody is promised what is not there. Pieces may still go short in other ways
-- (C-16), so this is no check of the row but of the step.
create function refuse_overselling() returns trigger language plpgsql as $$
begin
    raise exception 'stock_promised_is_there: product %', new.product_id using errcode = 'check_violation';
end
$$;
create trigger stock_promised_is_there before update of reserved on stock
    for each row when (new.reserved > old.reserved and new.on_hand < new.reserved)
    execute function refuse_overselling();
