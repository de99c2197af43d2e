package kontor.ledger.purchase;

/** Who entered a purchase. */
public enum EnteredVia {
    SELF,
    KIOSK,
    ADMIN
}
