package kontor.ledger.deposit;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kontor.ledger.account.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Settles what the deposits of one booking share: time, batch, and whether a second admin has to agree (L-17). */
@Component
@EnableConfigurationProperties(DepositSettings.class)
class DepositTerms {

    private final Deposits deposits;
    private final DepositSettings settings;
    private final Clock clock;

    DepositTerms(Deposits deposits, DepositSettings settings, Clock clock) {
        this.deposits = deposits;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the deposits of one booking share. */
    record Terms(
            UUID adminId,
            Money amount,
            String comment,
            @Nullable Long batchId,
            boolean isPending,
            Instant at) {}

    Terms settle(MakeDeposit command) {
        return new Terms(
                command.adminId(),
                command.amount(),
                command.comment(),
                command.isBatch() ? deposits.nextBatchId() : null,
                settings.needsApproval(command.amount().minor()),
                clock.instant());
    }
}
