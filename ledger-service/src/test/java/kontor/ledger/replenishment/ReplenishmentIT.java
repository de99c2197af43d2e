package kontor.ledger.replenishment;

import static kontor.ledger.replenishment.Replenishments.COLLECTIONS;
import static kontor.ledger.replenishment.Replenishments.LINES;
import static kontor.ledger.replenishment.Replenishments.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.ledger.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class ReplenishmentIT {

    private static final String TOPIC = "kontor.ledger.replenishment.v1";

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;
    private final Member ada;
    private final Shop.Product tea;
    private final Replenishments replenishments;

    ReplenishmentIT(
            Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        this.shop = new Shop(database, writer, http);
        ada = members.admin();
        tea = shop.product(100, "27");
        replenishments = new Replenishments(shop, ada, tea);
    }

    @Test
    void tellsEachChangeWithAllLines() {
        Member ben = members.verified();
        Shop.Answer made = replenishments.replenish(ben, 1_200, 800);
        replenishments.switchOver(LINES, line(made, 0), true);
        replenishments.switchOver(LINES, line(made, 1), true);

        topics.await(TOPIC, message -> isOf(message, made) && message.sequence() == 3);
        List<TopicReader.Message> told = topics.all(TOPIC, Long.toString(made.id()));

        assertThat(told).extracting(TopicReader.Message::sequence).containsExactly(1L, 2L, 3L);
        assertThat(told).allSatisfy(fact -> EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value())));
        assertThat(told.getFirst().value()).contains("\"effectiveTotalMinor\":2000", "\"revoked\":false");
        assertThat(told.getLast().value()).contains("\"effectiveTotalMinor\":0", "\"revoked\":true");
        var posted = topics.await(
                "kontor.ledger.transfer.v1",
                message -> String.valueOf(message.value()).contains("\"replcoll:" + made.id() + ":1\""));
        EventSchema.of(posted.type()).assertValid(String.valueOf(posted.value()));
    }

    @Test
    void takesAnyVerifiedSeller() {
        Member idle = members.inactive();

        assertThat(replenishments.replenish(idle, 100).status()).isEqualTo(201);
        assertThat(replenishments.replenish(members.systemMember(), 100).status())
                .isEqualTo(201);
        assertThat(replenishments.replenish(members.unverified(), 100).code()).isEqualTo("member-not-verified");
        assertThat(replenishments
                        .replenish(members.unknown(), 100)
                        .body()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/sellerId");
        assertThat(shop.credit(idle)).isEqualTo(100);
    }

    @Test
    void takesInactiveProductsButNoUnknownOnes() {
        Shop.Product gone = shop.tell(shop.product(5, "0").inactive());
        String lines = "{\"productId\": %d, \"amount\": 1, \"totalPriceMinor\": 5}";

        assertThat(replenishments
                        .replenish(members.verified(), lines.formatted(gone.id()), Instant.EPOCH)
                        .status())
                .isEqualTo(201);
        Shop.Answer refused = replenishments.replenish(
                members.verified(), lines.formatted(tea.id()) + ", " + lines.formatted(0), Instant.EPOCH);
        assertThat(refused.code()).isEqualTo("unknown-reference");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/lines/1/productId");
        assertThat(replenishments
                        .replenish(members.verified(), lines.formatted(tea.id()), Instant.parse("2126-01-01T00:00:00Z"))
                        .code())
                .isEqualTo("in-future");
    }

    @Test
    void refusesATotalOutOfRange() {
        Member ben = members.verified();

        assertThat(replenishments.replenish(ben, 9_999_999_999L, 1).code()).isEqualTo("amount-out-of-range");
        assertThat(shop.entries(ben)).isEmpty();
    }

    @Test
    void showsASellerWhatHeSold() {
        Member ben = members.verified();
        Shop.Answer own = replenishments.replenish(ben, 1, 2);
        Shop.Answer foreign = replenishments.replenish(members.verified(), 3);

        Shop.Answer listed = shop.get(ben.bearer(), COLLECTIONS + "?count=true&productId=" + tea.id());
        Shop.Answer lines = shop.get(ben.bearer(), LINES + "?count=true&collectionId=" + own.id() + "&limit=1");

        assertThat(listed.body().path("total").asLong()).isEqualTo(1);
        assertThat(listed.body().at("/items/0/lines")).hasSize(2);
        assertThat(listed.body().at("/items/0/priceMinor").asLong()).isEqualTo(3);
        assertThat(lines.body().path("total").asLong()).isEqualTo(2);
        assertThat(lines.body().at("/items/0/sellerId").asString())
                .isEqualTo(ben.id().toString());
        assertThat(shop.get(ben.bearer(), COLLECTIONS + "/" + foreign.id()).status())
                .isEqualTo(404);
        assertThat(shop.get(ben.bearer(), LINES + "/" + line(foreign, 0)).status())
                .isEqualTo(404);
        assertThat(shop.get(ada.bearer(), LINES + "/" + line(foreign, 0))
                        .headers()
                        .getETag())
                .isEqualTo("\"1\"");
    }

    @Test
    void staysSingleUnderEqualRequestsAtOnce() {
        Member ben = members.verified();
        String key = UUID.randomUUID().toString();
        String body = Replenishments.body(ben, replenishments.lines(700), Instant.EPOCH);

        Together.run(
                12,
                IntStream.range(0, 24)
                        .mapToObj(i -> () -> assertThat(shop.post(ada.bearer(), COLLECTIONS, key, body)
                                        .status())
                                .isEqualTo(201)));

        assertThat(shop.entries(ben)).containsExactly(700L);
    }

    private static boolean isOf(TopicReader.Message message, Shop.Answer made) {
        return Long.toString(made.id()).equals(message.key());
    }
}
