create sequence canned_answer_seq increment by 50;
create table canned_answer (
    id bigint primary key,
    target_type_id bigint,
    title text not null,
    text text not null,
    active boolean not null,
    version bigint not null,
    external_source text,
    external_id text,
    -- What it is found by (S-3): words of the title weigh more.
    words tsvector not null generated always as (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', text), 'B')) stored,
    constraint canned_answer_target_type foreign key (target_type_id) references target_type,
    constraint canned_answer_title_length check (char_length(title) between 1 and 120),
    constraint canned_answer_text_length check (char_length(text) between 1 and 2000),
    constraint canned_answer_external_whole check ((external_source is null) = (external_id is null)),
    constraint canned_answer_external_unique unique (external_source, external_id)
);
create index canned_answer_words on canned_answer using gin (words) where active;
grant update, delete on canned_answer to ${app};
