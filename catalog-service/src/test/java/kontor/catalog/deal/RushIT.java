package kontor.catalog.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kontor.catalog.Shop;
import kontor.catalog.listing.Stall;
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
import tools.jackson.databind.JsonNode;

/** Purchases are decided by as many consumers as there are partitions, while the seller changes the same listings. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RushIT {

    private static final int PARTITIONS = 3;

    private static final String HEARD =
            "select count(*) from inbox_version where consumer = ? and key = any(?) and version >= ?";

    private final Trade trade;
    private final Stall stall;
    private final TestDatabase database;
    private final ConcurrentMessageListenerContainer<?, ?> listener;

    RushIT(
            RestTestClient http,
            Members members,
            TopicReader reader,
            TopicWriter topics,
            TestDatabase database,
            KafkaListenerEndpointRegistry registry) {
        trade = new Trade(topics, reader, database);
        stall = new Stall(new Shop(http, members), members.verified());
        this.database = database;
        listener = registry.getListenerContainers().stream()
                .<ConcurrentMessageListenerContainer<?, ?>>mapMulti((container, sink) -> {
                    if (container instanceof ConcurrentMessageListenerContainer<?, ?> concurrent
                            && Trade.CONSUMER.equals(container.getGroupId())) {
                        sink.accept(concurrent);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @BeforeAll
    void listenSideBySide() {
        setConsumers(PARTITIONS);
    }

    @AfterAll
    void listenAlone() {
        setConsumers(1);
    }

    /** INV-13, and whoever asks again is told the same. */
    @Test
    void sellsTenPiecesToAHundredBuyersTenTimes() {
        long id = stall.active(10);
        List<Bargain> buyers =
                IntStream.range(0, 100).mapToObj(n -> Bargain.of(id, 1)).toList();

        trade.send(buyers.stream().map(Bargain::submitted).toArray(Fact[]::new));
        awaitHeard(buyers, 1);
        List<Long> winners = winners(id);
        trade.send(
                buyers.stream().map(buyer -> buyer.told(Bargain.SUBMITTED, 2)).toArray(Fact[]::new));
        awaitHeard(buyers, 2);

        assertThat(winners).hasSize(10).isEqualTo(winners(id));
        assertThat(stall.listing(id).get("reserved").asInt()).isEqualTo(10);
        assertThat(stall.listing(id).get("available").asInt()).isZero();
    }

    /** Nobody waits for anybody in a circle, whichever way round the lines stand. */
    @Test
    void decidesBesideTheSellerWithoutDeadlock() {
        long one = stall.active(200);
        long other = stall.active(200);
        long before = deadlocks();
        List<Bargain> buyers = IntStream.range(0, 60)
                .mapToObj(n -> n % 2 == 0
                        ? Bargain.of(Bargain.line(one, 1), Bargain.line(other, 1))
                        : Bargain.of(Bargain.line(other, 1), Bargain.line(one, 1)))
                .toList();
        List<Fact> facts = new ArrayList<>();
        for (int n = 0; n < buyers.size(); n++) {
            facts.add(buyers.get(n).submitted());
            facts.add(buyers.get(n).told(n % 3 == 0 ? Bargain.CANCELLED : Bargain.SHIPPED, 2));
        }

        Together.all(2, side -> {
            if (side == 0) {
                trade.send(facts.toArray(Fact[]::new));
            } else {
                editAll(List.of(one, other));
            }
            return side;
        });
        awaitHeard(buyers, 2);

        assertThat(deadlocks()).isEqualTo(before);
        for (long id : List.of(one, other)) {
            JsonNode listing = stall.listing(id);
            assertThat(listing.get("quantity").asInt()).isEqualTo(160);
            assertThat(listing.get("reserved").asInt()).isZero();
        }
    }

    /** He may come too late with what he has read, but never undoes what was sold meanwhile. */
    private void editAll(List<Long> ids) {
        for (int n = 0; n < 20; n++) {
            int gram = 100 + n;
            ids.forEach(id -> assertThat(Patience.outlast(
                                    Shop.Answer::status, () -> stall.edit(id, Map.of("weightG", gram)))
                            .status())
                    .isIn(200, 412));
        }
    }

    private void setConsumers(int number) {
        listener.stop();
        listener.setConcurrency(number);
        listener.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> listener.getContainers().stream()
                        .noneMatch(consumer -> consumer.getAssignedPartitions() == null
                                || consumer.getAssignedPartitions().size() != PARTITIONS / number));
    }

    private void awaitHeard(List<Bargain> buyers, long version) {
        String[] keys = buyers.stream().map(buyer -> Long.toString(buyer.id())).toArray(String[]::new);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> database.asOwner()
                                .sql(HEARD)
                                .params(Trade.CONSUMER, keys, version)
                                .query((row, n) -> row.getInt(1))
                                .single()
                        == buyers.size());
    }

    private List<Long> winners(long listing) {
        return database.asOwner()
                .sql("select purchase_id from listing_reservation where listing_id = ? and state = 'HELD'"
                        + " order by purchase_id")
                .param(listing)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private long deadlocks() {
        return database.asOwner()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
