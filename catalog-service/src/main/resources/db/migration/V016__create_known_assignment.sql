-- Which member of staff has which ticket on a listing (G-23).
create table known_assignment (
    ticket_id bigint primary key,
    staff_id uuid not null,
    listing_id bigint not null
);
create index known_assignment_staff on known_assignment (staff_id, listing_id);
grant update, delete on known_assignment to ${app};
