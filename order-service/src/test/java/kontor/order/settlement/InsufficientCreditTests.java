package kontor.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.platform.Rejection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsufficientCreditTests {

    /** All codes that EscrowRefused and AdjustmentRefused can carry. */
    @ParameterizedTest
    @CsvSource({
        "insufficient-credit, RULE_BROKEN",
        "amount-out-of-range, RULE_BROKEN",
        "refund-limit, CONFLICT",
        "unknown-reference, RULE_BROKEN",
    })
    void tellsTheCallerWhatTheLedgerSaid(String code, Rejection.Kind kind) {
        Rejection refusal = new Outcomes.Outcome(true, code).refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.kind()).isEqualTo(kind);
    }
}
