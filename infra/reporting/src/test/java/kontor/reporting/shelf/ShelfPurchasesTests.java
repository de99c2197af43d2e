package kontor.reporting.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.reporting.Topics;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.ledger.Posted;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShelfPurchasesTests {

    private static final String TOPIC = "kontor.ledger.shelf-purchase.v1";
    private static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    private static final String REVOKED = "kontor.ledger.shelf-purchase-revoked.v1";
    private static final String REAPPLIED = "kontor.ledger.shelf-purchase-reapplied.v1";
    private static final String POSTED = "kontor.ledger.transfer-posted.v1";

    private final Topics topics = Topics.of(new ShelfPurchases(Topics.UTC));

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void addsUpPiecesNetAndGrossOnTheDayOfThePurchase() {
        topics.tell(made(4711)).tell(made(4712));

        assertThat(topics.rows(ShelfPurchases.TURNOVER))
                .containsExactly(Map.of(
                        "day",
                        "2026-05-10",
                        "productId",
                        "1051",
                        "imported",
                        "false",
                        "pieces",
                        8L,
                        "netMinor",
                        1992L,
                        "grossMinor",
                        2528L));
    }

    @Test
    void countsARevokedOneNowhereAndAReappliedOneAgain() {
        topics.tell(made(4711)).tell(Fact.example(TOPIC, REVOKED, 4711, 2));
        assertThat(topics.rows(ShelfPurchases.TURNOVER)).isEmpty();

        topics.tell(Fact.example(TOPIC, REAPPLIED, 4711, 3));
        assertThat(topics.rows(ShelfPurchases.TURNOVER)).hasSize(1);
    }

    @Test
    void showsWhatWasImportedApart() {
        topics.tell(made(4711).header("ce_imported", "true"));

        assertThat(topics.rows(ShelfPurchases.TURNOVER))
                .extracting(row -> row.get("imported"))
                .containsExactly("true");
    }

    /** Example 1 of reporting.md: the turnover goes where it was, the tax on the day of the reversal. */
    @Test
    void leavesTheBaseOfTheTaxOnTheDayOfBooking() {
        topics.tell(made(4711)).tell(posted(12001, "transfer-posted"));
        topics.tell(Fact.example(TOPIC, REVOKED, 4711, 2))
                .tell(posted(12007, "revoked").body(example("revoked").replace("2026-05-10T18", "2026-06-02T18")));

        assertThat(topics.rows(ShelfPurchases.TURNOVER)).isEmpty();
        assertThat(topics.rows(ShelfPurchases.VAT_BASE))
                .containsExactly(
                        Map.of("day", "2026-05-10", "percentage", "27", "netMinor", 996L),
                        Map.of("day", "2026-06-02", "percentage", "27", "netMinor", -996L));
        assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
    }

    @Test
    void reportsWhatTheMemberWasNotChargedUntilHeIs() {
        topics.tell(made(4711));
        assertThat(topics.rows(Mismatch.FIGURE))
                .containsExactly(
                        Map.of("check", "shelf-purchase", "id", "4711", "number", 1L, "expected", -1264L, "found", 0L));

        topics.tell(posted(12001, "transfer-posted"));
        assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
    }

    @Test
    void doesNotMindMoneyThatIsHeardOfFirst() {
        topics.tell(posted(12001, "transfer-posted"));
        assertThat(topics.rows(Mismatch.FIGURE)).hasSize(1);

        topics.tell(made(4711));
        assertThat(topics.rows(Mismatch.FIGURE)).isEmpty();
        assertThat(topics.rows(ShelfPurchases.VAT_BASE)).hasSize(1);
        assertThat(List.copyOf(topics.aside())).isEmpty();
    }

    private static Fact made(long purchase) {
        String body = EventSchema.of(MADE).example().replace("4711", Long.toString(purchase));
        return Fact.of(TOPIC, MADE, purchase, 1, body);
    }

    private static Fact posted(long transfer, String which) {
        return Fact.of(Posted.TOPIC, POSTED, transfer, 1, example(which));
    }

    private static String example(String which) {
        EventSchema schema = EventSchema.of(POSTED);
        return which.equals("transfer-posted") ? schema.example() : schema.example(which);
    }
}
