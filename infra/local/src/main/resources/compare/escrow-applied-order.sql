-- INV-25: order-service has applied every fact of the money of every market purchase, once.
-- left: ledger
select purchase_id, version from escrow where version > 0
-- right: order
select key, version from inbox_version where topic = 'kontor.ledger.escrow.v1'
