-- Every aggregate counts its events itself, under the lock of its own row.
drop table stream_version;
