package kontor.order.settlement;

import java.util.Optional;
import kontor.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of payments and adjustments. */
@Component
class Outcomes {

    private static final String PAYMENT = "select state, code from purchase_payment where id = ?";
    private static final String ADJUSTMENT = "select state, code from adjustment where id = ?";

    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Undecided, granted, or refused with this problem code. */
    record Outcome(boolean isDecided, @Nullable String code) {

        Optional<Rejection> refusal() {
            return Optional.ofNullable(code).map(InsufficientCredit::orOther);
        }
    }

    Outcome ofPayment(long id) {
        return read(PAYMENT, id);
    }

    Outcome ofAdjustment(long id) {
        return read(ADJUSTMENT, id);
    }

    private Outcome read(String sql, long id) {
        return jdbc.sql(sql)
                .param(id)
                .query((row, n) -> new Outcome(!row.getString(1).equals("PENDING"), row.getString(2)))
                .single();
    }
}
