-- What the catalog has told one market purchase: the aggregate behind the stream purchase:<id>, the twin of promise.
create table deal (
    purchase_id bigint primary key,
    accepted boolean,
    -- The lines of the first answer as JSON: whoever asks again is told the very same (G-35).
    answer text,
    answered_at timestamptz,
    version bigint not null,
    constraint deal_answer_complete
        check ((accepted is null) = (answer is null) and (accepted is null) = (answered_at is null))
);
grant update (accepted, answer, answered_at, version) on deal to ${app};

create sequence listing_reservation_seq increment by 50;
create table listing_reservation (
    id bigint primary key,
    listing_id bigint not null,
    purchase_id bigint not null,
    quantity int not null,
    state text not null,
    changed_at timestamptz not null,
    constraint listing_reservation_deal_exists foreign key (purchase_id) references deal (purchase_id),
    constraint listing_reservation_listing_exists foreign key (listing_id) references listing (id),
    constraint listing_reservation_once unique (listing_id, purchase_id),
    constraint listing_reservation_quantity_in_range check (quantity between 1 and 10000),
    constraint listing_reservation_state_known check (state in ('HELD', 'CONSUMED', 'RELEASED'))
);
create index listing_reservation_by_purchase on listing_reservation (purchase_id);
grant update (state, changed_at) on listing_reservation to ${app};

-- CONSUMED and RELEASED are final (section 3), whoever writes.
create function refuse_second_end() returns trigger language plpgsql as $$
begin
    raise exception 'listing_reservation_ends_once: purchase %', new.purchase_id using errcode = 'check_violation';
end
$$;
create trigger listing_reservation_ends_once before update of state on listing_reservation
    for each row when (old.state <> 'HELD' and new.state <> old.state)
    execute function refuse_second_end();
