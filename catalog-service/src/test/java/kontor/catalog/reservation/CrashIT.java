package kontor.catalog.reservation;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.ServiceProcess;
import kontor.testkit.trial.Together;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Killed with -9 while it decides orders, the catalog decides each of them once (INV-07, INV-13, INV-25). */
@Timeout(300)
class CrashIT {

    private static final int PRODUCTS = 5;
    private static final int PIECES = 50;
    private static final int ORDERS = 1500;

    private static final String STOCKED = """
            with made as (
                insert into product (id, created_at, created_by, name, active, stock_policy, revocable, vat_rate_id,
                    price_minor, price_valid_from, fact_version)
                select n, now(), gen_random_uuid(), 'Product ' || n, true, 'TRACKED', true,
                    (select id from vat_rate where percentage = 0), 100, now(), 1
                from generate_series(1, :products) n returning id
            ), counted as (
                insert into stock (product_id, tracked, on_hand, reserved, base_count, version)
                select id, true, :pieces, 0, 0, 1 from made returning product_id
            )
            insert into stock_move (id, product_id, kind, delta, at, recorded_at, business_ref)
            select product_id, product_id, 'OPENING', :pieces, now(), now(), 'opening:' || product_id from counted
            """;

    private final TestDatabase database = PostgresServer.createFor("catalog");

    @Test
    void decidesEachOrderOnceThoughItDiesOnTheWay() {
        List<Basket> orders = IntStream.range(0, ORDERS)
                .mapToObj(n -> Basket.of(1 + n % PRODUCTS, 1))
                .toList();
        try (KafkaServer kafka = KafkaServer.startOwn()) {
            try (ServiceProcess doomed = start(kafka)) {
                database.asOwner()
                        .sql(STOCKED)
                        .param("products", PRODUCTS)
                        .param("pieces", PIECES)
                        .update();
                Together.all(2, side -> side == 0 ? send(kafka, orders) : killOnTheWay(doomed));
            }
            assertThat(decided()).isBetween(1, ORDERS - 1);

            try (ServiceProcess successor = start(kafka)) {
                await().atMost(60, SECONDS)
                        .until(() -> decided() == ORDERS && count("select count(*) from outbox") == 0);
                assertThat(successor.isAlive()).isTrue();
            }
            Map<String, Set<String>> answers = new TopicReader(kafka)
                    .all(ReservationEvents.TOPIC).stream()
                            .collect(groupingBy(
                                    message -> String.valueOf(message.key()),
                                    mapping(message -> message.headers().getOrDefault("ce_id", ""), toSet())));
            assertThat(answers)
                    .hasSize(ORDERS)
                    .allSatisfy((order, ids) -> assertThat(ids).hasSize(1));
        }
        assertThat(count("select count(*) from promise where accepted")).isEqualTo(PRODUCTS * PIECES);
        assertThat(count("select count(*) from stock where reserved = %d and on_hand = %d".formatted(PIECES, PIECES)))
                .isEqualTo(PRODUCTS);
        VerifySet set = new VerifySet(database);
        for (String invariant : List.of(
                "INV-13-reserved-is-what-is-held",
                "INV-13-on-hand-is-base-plus-moves",
                "INV-14-a-reservation-belongs-to-a-promise",
                "INV-37-decisions-on-orders-are-audited")) {
            assertThat(set.offenders(invariant)).isEmpty();
        }
    }

    private ServiceProcess start(KafkaServer kafka) {
        return ServiceProcess.start(
                        "kontor.catalog.CatalogApplication",
                        database,
                        kafka.bootstrapServers(),
                        "KONTOR_UPLOADS=target/uploads")
                .awaitReady();
    }

    private static boolean send(KafkaServer kafka, List<Basket> orders) {
        new TopicWriter(kafka).send(orders.stream().map(Basket::submitted).toArray(Fact[]::new));
        return true;
    }

    private boolean killOnTheWay(ServiceProcess doomed) {
        await("the first decisions")
                .atMost(60, SECONDS)
                .pollInterval(5, MILLISECONDS)
                .until(() -> decided() > 0);
        doomed.kill();
        return true;
    }

    private int decided() {
        return count("select count(*) from promise where accepted is not null");
    }

    private int count(String sql) {
        return database.asOwner().sql(sql).query((row, n) -> row.getInt(1)).single();
    }
}
