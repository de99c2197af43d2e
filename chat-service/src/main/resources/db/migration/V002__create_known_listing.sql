-- What chat-service knows of listings: newest state published by catalog-service.
create table known_listing (
    id bigint primary key,
    seller_id uuid not null,
    title text,
    status text not null,
    version bigint not null
);
grant update, delete on known_listing to ${app};
