package kontor.ledger.deposit;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** An admin revokes a deposit or re-applies it. */
record SwitchDeposit(RequestKey request, UUID adminId, long depositId, boolean revoked) {}
