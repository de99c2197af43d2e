-- A rank that was here already gets the external id of its namesake, once.
grant update (external_source, external_id) on rank to ${app};
