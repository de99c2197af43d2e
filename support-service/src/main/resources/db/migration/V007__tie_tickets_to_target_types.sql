-- Tickets are about what there is a type of.
alter table ticket add constraint ticket_target_type foreign key (target_type_id) references target_type;
