-- Which member of staff has which ticket on an invoice (G-23).
create table known_assignment (
    ticket_id bigint primary key,
    staff_id uuid not null,
    invoice_id bigint not null
);
create index known_assignment_staff on known_assignment (staff_id, invoice_id);
grant update, delete on known_assignment to ${app};
