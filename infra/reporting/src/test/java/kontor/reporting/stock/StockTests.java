package kontor.reporting.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.reporting.Topics;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Row;
import kontor.reporting.newest.States;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockTests {

    private static final long PRODUCT = 1051;

    private final Bases bases = new Bases();
    private final Topics topics = Topics.of(List.of(bases, new Moves(Topics.UTC), new Reservations()), States.PRODUCTS);
    private long told;

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void countsFromTheNewestBaseOnAndNothingFromBefore() {
        product("TRACKED");
        move(1, "SHELF", -2, "2026-05-01T10:00:00Z");
        move(2, "REPLENISHMENT", 10, "2026-05-03T10:00:00Z");
        base(40, "2026-05-02T00:00:00Z");
        move(3, "SHELF", -5, "2026-05-02T00:00:00Z");
        // Entered late, and of before the count: what was counted then knows of it.
        move(4, "SHELF", -7, "2026-05-01T11:00:00Z");

        assertThat(onHand()).containsExactly(45L);

        base(0, null);
        assertThat(onHand()).containsExactly(-4L);
    }

    @Test
    void takesACounterMoveOutAtTheTimeOfWhatItTakesOut() {
        product("TRACKED");
        move(1, "SHELF", -2, "2026-05-01T10:00:00Z");
        base(40, "2026-05-02T00:00:00Z");
        move(2, "SHELF", 2, "2026-05-01T10:00:00Z");

        assertThat(onHand()).containsExactly(40L);
        assertThat(topics.rows(Moves.PER_DAY)).isEmpty();
    }

    @Test
    void showsNoStockOfWhatIsNotCounted() {
        product("UNTRACKED");

        assertThat(onHand()).isEmpty();
    }

    @Test
    void holdsWhatIsReservedUntilItLeavesOrIsGivenBack() {
        reservation("stock-reserved", 1, lines(1, 3) + "," + lines(2, 4));
        assertThat(topics.rows(Reservations.RESERVED)).containsExactly(reserved(7));

        topics.tell(fact("stock-reservation-changed", 2, """
                {"orderId":7,"requestId":1,"orderItemId":2,"productId":%d,"quantity":6,"delta":2,
                 "at":"2026-05-01T10:00:00Z"}""".formatted(PRODUCT)));
        assertThat(topics.rows(Reservations.RESERVED)).containsExactly(reserved(9));

        reservation("stock-consumed", 3, lines(1, 3));
        reservation("stock-released", 4, lines(2, 6));
        assertThat(topics.rows(Reservations.RESERVED)).isEmpty();
    }

    private List<Object> onHand() {
        return new OnHand(bases)
                .rows(topics.reading(), new Question(Map.of())).stream()
                        .map(Row::cells)
                        .map(cells -> cells.getOrDefault("onHand", "none"))
                        .toList();
    }

    private void product(String policy) {
        EventSchema state = EventSchema.of("kontor.catalog.products-state.v1");
        topics.tell(Fact.of(
                States.PRODUCTS.topic(),
                "kontor.catalog.products-state.v1",
                PRODUCT,
                1,
                state.example().replaceAll("\"stockPolicy\": \"\\w+\"", "\"stockPolicy\": \"%s\"".formatted(policy))));
    }

    private void move(long id, String kind, long delta, String at) {
        topics.tell(Bases.TOPIC, "kontor.catalog.stock-moved.v1", PRODUCT, ++told, """
                {"productId":%d,"moveId":%d,"kind":"%s","delta":%d,"at":"%s","recordedAt":"2026-05-20T10:00:00Z",
                 "businessRef":"move:%d","onHandAfter":0}""".formatted(
                        PRODUCT, id, kind, delta, at, id));
    }

    private void base(long count, @Nullable String at) {
        topics.tell(Bases.TOPIC, "kontor.catalog.stock-base-set.v1", PRODUCT, ++told, """
                {"productId":%d,"baseStocktakingId":null,"baseCount":%d,"baseAt":%s,"onHandBefore":0,"onHandAfter":0,
                 "recordedAt":"2026-05-20T10:00:00Z"}""".formatted(
                        PRODUCT, count, at == null ? "null" : "\"" + at + "\""));
    }

    private void reservation(String event, long sequence, String lines) {
        topics.tell(fact(event, sequence, """
                {"orderId":7,"invoiceId":null,"lines":[%s],"at":"2026-05-01T10:00:00Z"}""".formatted(lines)));
    }

    private static Fact fact(String event, long sequence, String body) {
        return Fact.of(
                "kontor.catalog.reservation.v1", "kontor.catalog.%s.v1".formatted(event), "order:7", sequence, body);
    }

    private static String lines(long item, long quantity) {
        return "{\"orderItemId\":%d,\"productId\":%d,\"quantity\":%d}".formatted(item, PRODUCT, quantity);
    }

    private static Map<String, Object> reserved(long pieces) {
        return Map.of("productId", Long.toString(PRODUCT), "pieces", pieces);
    }
}
