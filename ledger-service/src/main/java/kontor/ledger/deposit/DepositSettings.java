package kontor.ledger.deposit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * Rules of deposits that a deployment chooses.
 *
 * @param approvalLimitMinor above this absolute amount a second admin has to agree (L-17); null = never
 */
@Validated
@ConfigurationProperties("kontor.ledger")
record DepositSettings(
        @Name("deposit-approval-limit") @jakarta.validation.constraints.PositiveOrZero @Nullable
        Long approvalLimitMinor) {

    boolean needsApproval(long amountMinor) {
        return approvalLimitMinor != null && Math.abs(amountMinor) > approvalLimitMinor;
    }
}
