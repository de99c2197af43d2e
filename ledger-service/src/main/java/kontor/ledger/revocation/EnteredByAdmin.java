package kontor.ledger.revocation;

import kontor.platform.Rejection;

/** What an admin entered only an admin switches (L-13). */
final class EnteredByAdmin extends Rejection {

    EnteredByAdmin() {
        super(Kind.FORBIDDEN, "entered-by-admin", "An admin entered this purchase; ask an admin to switch it.");
    }
}
