package kontor.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.reporting.Topics;
import kontor.reporting.figure.Mismatch;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private static final String DEPOSITS = "kontor.ledger.deposit.v1";
    private static final String BROUGHT = "kontor.ledger.replenishment.v1";
    private static final String POSTED = "kontor.ledger.transfer-posted.v1";

    private final Topics topics =
            Topics.of(List.of(new Transfers(Topics.UTC), new Deposits(Topics.UTC), new Replenishments(Topics.UTC)));

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void addsUpEachAccountAndWhatMovedOnTheDayOfBooking() {
        String example = EventSchema.of(POSTED).example();
        topics.tell(Fact.of(Posted.TOPIC, POSTED, 12001, 1, example))
                .tell(Fact.of(Posted.TOPIC, POSTED, 12002, 1, example.replace("2026-05-10T", "2026-05-11T")));

        assertThat(topics.rows(Transfers.BALANCES))
                .contains(Map.of("account", "VAT_PAYABLE", "owner", "27", "balanceMinor", 536L))
                .hasSize(3);
        assertThat(topics.rows(Transfers.MOVEMENTS))
                .contains(Map.of("day", "2026-05-11", "account", "SHELF_SALES", "owner", "", "amountMinor", 996L))
                .hasSize(6);
        assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
    }

    @Test
    void reportsATransferThatDoesNotSumToZero() {
        topics.tell(Fact.of(
                Posted.TOPIC, POSTED, 12001, 1, EventSchema.of(POSTED).example().replace("996", "995")));

        assertThat(topics.rows(Mismatch.FIGURE))
                .containsExactly(
                        Map.of("check", "zero-sum", "id", "12001", "number", 1L, "expected", 0L, "found", -1L));
    }

    @Test
    void countsDepositsAndPayoutsThatAreBookedAndNotRevoked() {
        deposit(1, 1, "deposit-booked", 5_000);
        deposit(2, 1, "deposit-booked", -700);
        deposit(3, 1, "deposit-requested", 9_000);
        deposit(3, 2, "deposit-rejected", 9_000);
        assertThat(topics.rows(Deposits.PER_DAY)).containsExactly(deposits(2, 5_000, -700));

        deposit(1, 2, "deposit-revoked", 5_000);
        assertThat(topics.rows(Deposits.PER_DAY)).containsExactly(deposits(1, 0, -700));

        deposit(1, 3, "deposit-reapplied", 5_000);
        assertThat(topics.rows(Deposits.PER_DAY)).containsExactly(deposits(2, 5_000, -700));
    }

    /** Example 3 of ledger.md, by what the events say after each step. */
    @Test
    void countsTheLinesThatCount() {
        topics.tell(Fact.example(BROUGHT, "kontor.ledger.replenishment-booked.v1", 31, 1));
        assertThat(topics.rows(Replenishments.COSTS))
                .containsExactly(brought("1051", 17, 1_700), brought("1052", 4, 800));

        topics.tell(Fact.example(BROUGHT, "kontor.ledger.replenishment-changed.v1", 31, 2)
                .body(EventSchema.of("kontor.ledger.replenishment-changed.v1").example("revoked")));
        assertThat(topics.rows(Replenishments.COSTS)).isEmpty();
    }

    private void deposit(long id, long sequence, String event, long amount) {
        String type = "kontor.ledger.%s.v1".formatted(event);
        String body = EventSchema.of(type)
                .example()
                .replaceAll("\"amountMinor\": -?\\d+", "\"amountMinor\": " + amount)
                .replaceAll("\"at\": \"[^\"]+\"", "\"at\": \"2026-05-10T10:00:00Z\"");
        topics.tell(DEPOSITS, type, id, sequence, body);
    }

    private static Map<String, Object> deposits(long number, long above, long below) {
        return Map.of("day", "2026-05-10", "number", number, "depositsMinor", above, "payoutsMinor", below);
    }

    private static Map<String, Object> brought(String product, long pieces, long cost) {
        return Map.of("day", "2026-05-11", "productId", product, "pieces", pieces, "costMinor", cost);
    }
}
