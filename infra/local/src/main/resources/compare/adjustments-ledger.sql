-- INV-09: what became of each refund and additional payment is what the ledger has answered.
-- left: order
-- What a cancellation gives back is not asked for.
select id, concat_ws('|', purchase_id, direction, value_minor, code) from adjustment
where state <> 'PENDING' and not gives_back and external_id is null
-- right: ledger
select adjustment_id, concat_ws('|', purchase_id, direction, value_minor, code) from escrow_adjustment
