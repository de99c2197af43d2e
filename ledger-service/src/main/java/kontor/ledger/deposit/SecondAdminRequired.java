package kontor.ledger.deposit;

import kontor.platform.Rejection;

/** Whoever entered a deposit cannot agree to it himself (L-17). */
final class SecondAdminRequired extends Rejection {

    SecondAdminRequired() {
        super(Kind.FORBIDDEN, "second-admin-required", "Another admin has to decide on this deposit.");
    }
}
