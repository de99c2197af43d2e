package kontor.ledger.purchase;

/** Who entered a purchase. */
enum EnteredVia {
    SELF,
    KIOSK,
    ADMIN
}
