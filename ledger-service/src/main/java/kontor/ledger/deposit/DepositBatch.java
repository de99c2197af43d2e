package kontor.ledger.deposit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one booking made; without batch id it is one deposit. */
record DepositBatch(@Nullable Long batchId, List<DepositView> deposits) {}
