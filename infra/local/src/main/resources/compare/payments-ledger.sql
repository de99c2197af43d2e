-- INV-23: what became of each attempt to pay a purchase is what the ledger has answered.
-- left: order
select id, concat_ws('|', purchase_id, code) from purchase_payment where state <> 'PENDING' and external_id is null
-- right: ledger
select request_id, concat_ws('|', purchase_id, code) from escrow_payment
