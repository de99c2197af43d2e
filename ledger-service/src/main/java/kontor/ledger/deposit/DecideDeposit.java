package kontor.ledger.deposit;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** Another admin approves or rejects a pending deposit. */
record DecideDeposit(RequestKey request, UUID adminId, long depositId, boolean isApproved) {}
