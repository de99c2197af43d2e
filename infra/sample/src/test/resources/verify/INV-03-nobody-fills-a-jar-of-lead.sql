-- Stands for books that are wrong: a jar that a test names so.
select id from jar where name = 'lead'
