package kontor.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.catalog.stock.Ledger;
import kontor.catalog.stock.Shelf;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Patience;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders are decided by as many consumers as there are partitions, while everybody else moves the same stocks. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScarcityIT {

    private static final int PARTITIONS = 3;

    private static final String HEARD =
            "select count(*) from inbox_version where consumer = ? and key = any(?) and version >= ?";

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final TopicWriter topics;
    private final TestDatabase database;
    private final List<ConcurrentMessageListenerContainer<?, ?>> listeners;

    ScarcityIT(
            RestTestClient http,
            Members members,
            TopicReader reader,
            TopicWriter topics,
            TestDatabase database,
            KafkaListenerEndpointRegistry registry) {
        shop = new Shop(http, members);
        wire = new Wire(reader);
        shelf = new Shelf(shop, database);
        this.topics = topics;
        this.database = database;
        listeners = registry.getListenerContainers().stream()
                .<ConcurrentMessageListenerContainer<?, ?>>mapMulti((container, sink) -> {
                    if (container instanceof ConcurrentMessageListenerContainer<?, ?> concurrent
                            && List.of(Course.ORDERS, Course.INVOICES, "catalog.stock")
                                    .contains(container.getGroupId())) {
                        sink.accept(concurrent);
                    }
                })
                .toList();
    }

    @BeforeAll
    void listenSideBySide() {
        setConsumers(PARTITIONS);
    }

    @AfterAll
    void listenAlone() {
        setConsumers(1);
    }

    /** T-14: whoever asks again is told the same. */
    @Test
    void sellsTwentyPiecesToTwoHundredBuyersTwentyTimes() {
        long id = shop.stockedId(20);
        List<Basket> buyers =
                IntStream.range(0, 200).mapToObj(n -> Basket.of(id, 1)).toList();

        topics.send(buyers.stream().map(Basket::submitted).toArray(Fact[]::new));
        awaitHeard(buyers, 1);
        List<Long> winners = winners(id);
        topics.send(
                buyers.stream().map(basket -> basket.told(Basket.SUBMITTED, 2)).toArray(Fact[]::new));
        awaitHeard(buyers, 2);

        assertThat(winners).hasSize(20).isEqualTo(winners(id));
        assertThat(shelf.stock(id).get("reserved").asInt()).isEqualTo(20);
        assertThat(shelf.stock(id).get("available").asInt()).isZero();
        List<Told> answers = wire.facts("reservation", "order:" + winners.getFirst(), 2);
        assertThat(answers).extracting(Told::name).containsExactly("stock-reserved", "stock-reserved");
        assertThat(buyers.stream().filter(basket -> winners.contains(basket.id())))
                .hasSize(20);
    }

    /** INV-13 at any moment; nobody waits for anybody in a circle, and so nothing is tried twice. */
    @Test
    void decidesBesideEverybodyElseWithoutDeadlock() {
        long one = shop.stockedId(40);
        long other = shop.stockedId(40);
        long before = deadlocks();
        List<Basket> orders = IntStream.range(0, 60)
                .mapToObj(n -> n % 2 == 0
                        ? Basket.of(Basket.item(one, 1), Basket.item(other, 1))
                        : Basket.of(Basket.item(other, 1), Basket.item(one, 1)))
                .toList();
        List<Fact> facts = new ArrayList<>();
        for (Basket order : orders) {
            long product = order.items().getFirst().product();
            facts.add(order.submitted());
            facts.add(Ledger.fact(Ledger.MADE, Ledger.purchase(), 1, product, 1, "2026-05-10T16:20:05.123456Z"));
            facts.add(Bill.of(Basket.of(product, 1)).cancelled(1));
            facts.add(order.now("DELIVERED").told(Basket.STATUS_CHANGED, 2));
        }

        Together.all(2, side -> {
            if (side == 0) {
                topics.send(facts.toArray(Fact[]::new));
            } else {
                moveAbout(List.of(one, other));
            }
            return side;
        });
        awaitHeard(orders, 2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> moves(one) + moves(other) >= 2 * 60);

        assertThat(deadlocks()).isEqualTo(before);
        for (long product : List.of(one, other)) {
            assertThat(shelf.onHand(product)).isEqualTo(shelf.sumOfMovesSinceBase(product));
            assertThat(shelf.stock(product).get("reserved").asInt()).isZero();
        }
    }

    /** Corrections, edits and a bulk change of the very products. */
    private void moveAbout(List<Long> products) {
        List<Long> backwards = new ArrayList<>(products);
        Collections.reverse(backwards);
        for (int n = 0; n < 10; n++) {
            List<Long> order = n % 2 == 0 ? products : backwards;
            for (long product : order) {
                int delta = n % 2 == 0 ? 1 : -1;
                int price = 200 + n;
                insist(() -> shelf.correction(product, Map.of("delta", delta, "reason", "counted")))
                        .expect(201);
                insist(() -> shop.patch("/products/" + product, Map.of("priceMinor", price)))
                        .expect(200);
            }
            insist(() -> shop.postOnce(
                            "/products/bulk/move", Map.of("priceMinor", 9_999_999_998L, "categoryName", "Dear")))
                    .expect(200);
        }
    }

    private static Answer insist(Callable<Answer> request) {
        return Patience.outlast(Answer::status, request);
    }

    private void setConsumers(int number) {
        listeners.forEach(listener -> {
            listener.stop();
            listener.setConcurrency(number);
            listener.start();
        });
        assertThat(listeners).hasSize(3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> listeners.stream()
                        .flatMap(listener -> listener.getContainers().stream())
                        .noneMatch(consumer -> consumer.getAssignedPartitions() == null
                                || consumer.getAssignedPartitions().size() != PARTITIONS / number));
    }

    private void awaitHeard(List<Basket> orders, long version) {
        String[] keys =
                orders.stream().map(basket -> Long.toString(basket.id())).toArray(String[]::new);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> database.asOwner()
                                .sql(HEARD)
                                .params(Course.ORDERS, keys, version)
                                .query((row, n) -> row.getInt(1))
                                .single()
                        == orders.size());
    }

    private List<Long> winners(long product) {
        return database.asOwner()
                .sql("select order_id from reservation where product_id = ? and state = 'HELD' order by order_id")
                .param(product)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private int moves(long product) {
        return database.asOwner()
                .sql("select count(*) from stock_move where product_id = ? and kind in ('SHELF', 'RETAIL_BACK')")
                .param(product)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private long deadlocks() {
        return database.asOwner()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
