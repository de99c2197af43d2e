package kontor.reporting.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import kontor.reporting.Topics;
import kontor.reporting.newest.States;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quotients of sections 7 and 8 of reporting.md. */
class MarketReportsTests {

    private static final String MARKET = "kontor.order.market-purchase.v1";

    private final Topics topics = Topics.of(List.of(new Purchases(Topics.UTC)), States.MEMBERS);

    @AfterEach
    void close() {
        topics.close();
    }

    /** 1 of 3 is 33.3 %; 2 of 3 would be 66.7. */
    @Test
    void tellsWhichShareOfThePurchasesOpenedInAMonthIsCancelledByNow() {
        for (int id = 1; id <= 3; id++) {
            tell("purchase-opened", id, 1);
        }
        tell("purchase-cancelled", 2, 2);
        assertThat(topics.rows(new MarketReports().cancelRate()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("opened", 3L)
                        .containsEntry("cancelled", 1L)
                        .containsEntry("percent", new BigDecimal("33.3")));

        tell("purchase-cancelled", 3, 2);
        assertThat(topics.rows(new MarketReports().cancelRate()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("percent", new BigDecimal("66.7")));
    }

    /** 9, 10 and 9: 28 / 3 is 9.33; no seller has said anything. */
    @Test
    void takesMeansOfLevelsAndTheShareOfThoseWhoAnswer() {
        for (int id = 1; id <= 3; id++) {
            tell("purchase-opened", id, 1);
            tell("purchase-done", id, 2);
        }
        evaluate(1, 9);
        evaluate(2, 10);
        evaluate(3, 9);

        RatingReports ratings = new RatingReports();
        assertThat(topics.rows(ratings.memberRatings()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("as", "SELLER")
                        .containsEntry("number", 3L)
                        .containsEntry("mean", new BigDecimal("9.33")));
        assertThat(topics.rows(ratings.ratingParts()))
                .extracting(row -> row.get("mean"))
                .contains(new BigDecimal("9.33"));
        assertThat(topics.rows(ratings.ratingResponses()))
                .extracting(row -> row.get("side"), row -> row.get("percent"))
                .containsExactly(tuple("BUYER", new BigDecimal("100.0")), tuple("SELLER", new BigDecimal("0.0")));
    }

    private void tell(String type, int id, long version) {
        tell(type, id, version, "", "");
    }

    private void evaluate(int id, int level) {
        tell("purchase-evaluated", id, 3, "\"level\": 9", "\"level\": " + level);
    }

    private void tell(String word, int id, long version, String old, String other) {
        String type = "kontor.order.%s.v1".formatted(word);
        String body = EventSchema.of(type).example().replace("\"purchaseId\": 501", "\"purchaseId\": " + id);
        topics.tell(MARKET, type, id, version, old.isEmpty() ? body : body.replace(old, other));
    }
}
