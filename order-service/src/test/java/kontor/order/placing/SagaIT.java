package kontor.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.order.Answer;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.platform.MovableClock;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The catalog answers late, twice, or never. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class SagaIT {

    private static final String RESERVATIONS = "kontor.catalog.reservation.v1";

    private final Shop shop;
    private final Neighbours neighbours;
    private final Wire wire;
    private final TopicWriter writer;
    private final MovableClock clock;

    SagaIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            MovableClock clock) {
        shop = new Shop(http, members, database, writer);
        neighbours = shop.neighbours();
        wire = new Wire(reader);
        this.writer = writer;
        this.clock = clock;
    }

    @AfterEach
    void setsTheClockBack() {
        clock.moveTo(Duration.ZERO);
    }

    private long submitted(Customer customer) {
        return shop.submit(customer.bearer(), shop.order(customer, 1))
                .expect(202)
                .id();
    }

    @Test
    void asksAgainUntilItIsAnswered() {
        long id = submitted(shop.customer());

        clock.moveTo(Duration.ofSeconds(31));
        assertThat(wire.names(id, 2)).containsExactly("order-submitted", "order-submitted");
        clock.moveTo(Duration.ofSeconds(62));
        assertThat(wire.of(id, 3)).extracting(Wire.Told::version).containsExactly(1L, 2L, 3L);

        neighbours.reserve(id);
        neighbours.sayReserved(id);
        neighbours.sayReserved(id);
        clock.moveTo(Duration.ofMinutes(2));
        Customer other = shop.customer();
        shop.placed(other, 1);
        assertThat(wire.names(id, 4)).endsWith("order-placed").hasSize(4);
        assertThat(shop.log(id)).containsExactly("SUBMIT - -> PENDING", "PLACE PENDING -> NEW");
        assertThat(shop.order(id).etag()).isEqualTo("\"2\"");
    }

    @Test
    void givesUpAtTheTimeOutAndIgnoresALateAnswer() {
        long id = submitted(shop.customer());

        clock.moveTo(Duration.ofMinutes(10).plusSeconds(1));
        neighbours.await("retail_order where id = %d and status_id = 2".formatted(id));
        clock.moveTo(Duration.ZERO);

        Answer rejected = shop.order(id);
        assertThat(rejected.items()).isEqualTo("REJECTED");
        assertThat(rejected.body().path("rejectReason").toString())
                .isEqualTo("{\"code\":\"unavailable\",\"lines\":[]}");
        assertThat(wire.names(id, 2)).last().isEqualTo("order-rejected");
        neighbours.sayReserved(id);
        Customer other = shop.customer();
        shop.placed(other, 1);
        assertThat(shop.order(id).text()).isEqualTo(rejected.text());
        assertThat(shop.audits("order", id)).containsExactly("reject-order");
    }

    @Test
    void leavesACancelledOrderCancelledWhateverTheCatalogSays() {
        Customer cleo = shop.customer();
        long id = submitted(cleo);
        Answer cancelled = shop.cancel(cleo.bearer(), id).expect(200);
        assertThat(cancelled.stands()).isEqualTo("CANCELLED");

        neighbours.sayReserved(id);
        shop.placed(shop.customer(), 1);

        assertThat(shop.order(id).text()).isEqualTo(cancelled.text());
        assertThat(wire.names(id, 2)).containsExactly("order-submitted", "order-cancelled");
        assertThat(shop.audits("order", id)).isEmpty();
    }

    @Test
    void decidesOnceIfAnswerAndCancellationMeet() {
        Customer cleo = shop.customer();
        IntStream.range(0, 5).forEach(round -> {
            long id = submitted(cleo);

            Together.all(2, n -> {
                if (n == 0) {
                    neighbours.sayReserved(id);
                    return 200;
                }
                return shop.cancel(cleo.bearer(), id).expect(200).status();
            });
            shop.placed(shop.customer(), 1);

            assertThat(shop.order(id).stands()).isEqualTo("CANCELLED");
            assertThat(wire.names(id, 2)).endsWith("order-cancelled").doesNotHaveDuplicates();
            assertThat(shop.log(id)).last().asString().startsWith("CANCEL ");
        });
    }

    @Test
    void putsAnImpossibleAnswerAsideAndGoesOn() {
        String key = "order:" + (8_000_000_000L + System.nanoTime() % 1_000_000);
        writer.send(Fact.of(RESERVATIONS, "kontor.catalog.stock-reserved.v1", key, 1, """
                {"orderId": %s, "lines": [], "at": "2026-05-11T09:12:44Z"}""".formatted(key.substring(6))));
        String other = "order:" + UUID.randomUUID().getMostSignificantBits();
        writer.send(Fact.of(RESERVATIONS, "kontor.catalog.stock-reserved.v1", other, 1, "{\"orderId\": 7}"));
        // A market purchase is somebody else's business.
        writer.send(Fact.of(RESERVATIONS, "kontor.catalog.listing-reserved.v1", "purchase:1", 1, "{}"));

        assertThat(wire.deadLetter(RESERVATIONS, key)).contains("2026-05-11");
        assertThat(wire.deadLetter(RESERVATIONS, other)).contains("7");
        assertThat(shop.placed(shop.customer(), 1).stands()).isEqualTo("NEW");
    }
}
