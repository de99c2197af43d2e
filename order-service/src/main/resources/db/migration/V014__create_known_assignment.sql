-- Which member of staff has which ticket on a thing of order-service (G-23).
create table known_assignment (
    ticket_id bigint primary key,
    staff_id uuid not null,
    target_type text not null,
    target_id bigint not null
);
create index known_assignment_staff on known_assignment (staff_id, target_type, target_id);
grant update, delete on known_assignment to ${app};
