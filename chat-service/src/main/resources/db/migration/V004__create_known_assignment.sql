-- Which member of staff has which ticket; purchase_id where the ticket is about a market purchase (H-3).
create table known_assignment (
    ticket_id bigint primary key,
    staff_id uuid not null,
    purchase_id bigint
);
create index known_assignment_staff on known_assignment (staff_id, purchase_id);
grant update, delete on known_assignment to ${app};
