package kontor.reporting.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.reporting.Topics;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.junit.jupiter.api.Test;

class ShelfPurchasesTests {

    private static final String TOPIC = "kontor.ledger.shelf-purchase.v1";
    private static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    private static final String REVOKED = "kontor.ledger.shelf-purchase-revoked.v1";
    private static final String REAPPLIED = "kontor.ledger.shelf-purchase-reapplied.v1";

    @Test
    void addsUpPiecesNetAndGrossOnTheDayOfThePurchase() {
        try (Topics topics = Topics.of(new ShelfPurchases(Topics.UTC))) {
            topics.tell(made(4711, 1)).tell(made(4712, 1));

            assertThat(topics.rows(ShelfPurchases.TURNOVER))
                    .containsExactly(Map.of(
                            "day", "2026-05-10",
                            "productId", "1051",
                            "imported", "false",
                            "pieces", 8L,
                            "netMinor", 1992L,
                            "grossMinor", 2528L));
        }
    }

    @Test
    void countsARevokedOneNowhereAndAReappliedOneAgain() {
        try (Topics topics = Topics.of(new ShelfPurchases(Topics.UTC))) {
            topics.tell(made(4711, 1)).tell(Fact.example(TOPIC, REVOKED, 4711, 2));
            assertThat(topics.rows(ShelfPurchases.TURNOVER)).isEmpty();

            topics.tell(Fact.example(TOPIC, REAPPLIED, 4711, 3));
            assertThat(topics.rows(ShelfPurchases.TURNOVER)).hasSize(1);
        }
    }

    private static Fact made(long purchase, long sequence) {
        return Fact.of(
                TOPIC,
                MADE,
                purchase,
                sequence,
                EventSchema.of(MADE).example().replace("4711", Long.toString(purchase)));
    }
}
