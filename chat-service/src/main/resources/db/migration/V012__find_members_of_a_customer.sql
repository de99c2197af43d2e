-- Whose orders they are, for notices.
create index known_member_by_customer on known_member (customer_id) where customer_id is not null;
