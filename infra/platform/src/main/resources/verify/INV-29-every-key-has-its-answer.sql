-- INV-29: one key, one effect; a key that was claimed by a committed request has the answer that a repetition gets.
select caller, operation, key, at from reply where body = '' limit 100
