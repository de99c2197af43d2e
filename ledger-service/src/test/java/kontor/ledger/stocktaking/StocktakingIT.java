package kontor.ledger.stocktaking;

import static kontor.ledger.stocktaking.Stocktakings.PATH;
import static kontor.ledger.stocktaking.Stocktakings.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
class StocktakingIT {

    private static final String TOPIC = "kontor.ledger.stocktaking.v1";
    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

    private final TopicReader topics;
    private final Shop shop;
    private final Member ada;
    private final Stocktakings stocktakings;

    StocktakingIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.topics = topics;
        this.shop = new Shop(database, writer, http);
        ada = members.admin();
        stocktakings = new Stocktakings(shop, database, ada);
    }

    @Test
    void isBookedAndToldWhole() {
        Shop.Product tea = shop.product(100, "0");

        Shop.Answer made = stocktakings.count(AT, Map.of(tea.id(), 20));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().getFirst("Location")).isEqualTo(PATH + "/" + made.id());
        assertThat(made.headers().getETag()).isEqualTo("\"1\"");
        assertThat(made.body().path("lines").size())
                .isEqualTo(stocktakings.countable().size());
        assertThat(shop.audits("stocktaking", made.id())).containsExactly("make-stocktaking");
        var booked = topics.await(TOPIC, Long.toString(made.id()), "kontor.ledger.stocktaking-booked.v1");
        EventSchema.of(booked.type()).assertValid(String.valueOf(booked.value()));
        assertThat(booked.value()).contains("{\"productId\":%d,\"count\":20,\"keepActive\":true}".formatted(tea.id()));
    }

    @Test
    void countsExactlyWhatIsActiveAndTracked() {
        Shop.Product tea = shop.product(100, "0");
        Shop.Product cup = shop.tell(shop.product(100, "0").inactive());
        Shop.Product air = shop.tell(shop.product(100, "0").net(100), "UNTRACKED");
        String whole = stocktakings.lines(Map.of());
        String without =
                whole.replace(line(tea.id(), 0), "").replaceAll("^, |, $", "").replace(", , ", ", ");

        Shop.Answer missing = stocktakings.post(AT, without);
        Shop.Answer extra = stocktakings.post(AT, whole + ", " + line(cup.id(), 1));
        Shop.Answer twice = stocktakings.post(AT, whole + ", " + line(tea.id(), 1));

        assertThat(missing.code()).isEqualTo("stocktaking-incomplete");
        assertThat(missing.body().at("/missing/0").asLong()).isEqualTo(tea.id());
        assertThat(extra.body().at("/extra/0").asLong()).isEqualTo(cup.id());
        assertThat(twice.body().at("/twice/0").asLong()).isEqualTo(tea.id());
        assertThat(stocktakings.post(AT, whole + ", " + line(air.id(), 1)).code())
                .isEqualTo("untracked-product");
        assertThat(stocktakings.post(AT, whole + ", " + line(0, 1)).code()).isEqualTo("unknown-reference");
        assertThat(stocktakings
                        .post(Instant.parse("2126-06-01T08:00:00Z"), whole)
                        .code())
                .isEqualTo("in-future");
        assertThat(stocktakings.post(AT, whole).status()).isEqualTo(201);
    }

    @Test
    void isRevokedAndReapplied() {
        long id = stocktakings.count(AT, Map.of()).id();

        assertThat(stocktakings.switchOver(id, false).code()).isEqualTo("already-in-state");
        assertThat(stocktakings.switchOver(id, true).status()).isEqualTo(201);
        assertThat(stocktakings.switchOver(id, true).code()).isEqualTo("already-in-state");
        assertThat(stocktakings.switchOver(id, false).body().path("version").asLong())
                .isEqualTo(3);

        Shop.Answer found = shop.get(ada.bearer(), PATH + "/" + id);
        assertThat(found.body().path("revoked").asBoolean()).isFalse();
        assertThat(found.body().path("history")).hasSize(2);
        assertThat(shop.audits("stocktaking", id))
                .containsExactly("make-stocktaking", "revoke-stocktaking", "reapply-stocktaking");
        topics.await(TOPIC, message -> Long.toString(id).equals(message.key()) && message.sequence() == 3);
        List<TopicReader.Message> told = topics.all(TOPIC, Long.toString(id));
        assertThat(told).extracting(TopicReader.Message::sequence).containsExactly(1L, 2L, 3L);
        assertThat(told).allSatisfy(fact -> EventSchema.of(fact.type()).assertValid(String.valueOf(fact.value())));
    }

    @Test
    void correctsACount() {
        Shop.Product tea = shop.product(100, "0");
        long id = stocktakings.count(AT, Map.of(tea.id(), 20)).id();
        String path = PATH + "/" + id + "/lines/" + tea.id();

        assertThat(shop.get(ada.bearer(), path).headers().getETag()).isEqualTo("\"1\"");
        assertThat(shop.patch(ada.bearer(), path, null, "{}").code()).isEqualTo("if-match-required");
        assertThat(shop.patch(ada.bearer(), path, "\"1\"", "{\"count\": 20}")
                        .headers()
                        .getETag())
                .isEqualTo("\"1\"");
        assertThat(shop.patch(ada.bearer(), path, "\"1\"", "{\"count\": -1}").code())
                .isEqualTo("invalid-field");
        Shop.Answer corrected = shop.patch(ada.bearer(), path, "\"1\"", "{\"count\": 0}");

        assertThat(corrected.body().path("count").asInt()).isZero();
        assertThat(corrected.headers().getETag()).isEqualTo("\"2\"");
        assertThat(shop.patch(ada.bearer(), path, "\"1\"", "{\"count\": 3}").code())
                .isEqualTo("version-mismatch");
        assertThat(shop.get(ada.bearer(), path).body().path("count").asInt()).isZero();
        assertThat(shop.patch(ada.bearer(), PATH + "/" + id + "/lines/0", "\"2\"", "{}")
                        .code())
                .isEqualTo("not-found");
        assertThat(shop.audits("stocktaking", id)).containsExactly("make-stocktaking", "correct-stocktaking");
    }

    @Test
    void staysSingleUnderEqualRequestsAtOnce() {
        String key = UUID.randomUUID().toString();
        Instant at = Instant.parse("2001-02-03T04:05:06Z");
        String body = Stocktakings.body(at, stocktakings.lines(Map.of()));

        Together.run(
                8,
                IntStream.range(0, 16)
                        .mapToObj(i -> () -> assertThat(
                                        shop.post(ada.bearer(), PATH, key, body).status())
                                .isEqualTo(201)));

        Shop.Answer listed = shop.get(
                ada.bearer(), PATH + "?count=true&from=2001-02-03T04:05:06Z&to=2001-02-03T04:05:07Z&revoked=false");
        assertThat(listed.body().path("total").asLong()).isEqualTo(1);
    }

    @Test
    void isSwitchedOncePerStateHoweverOftenAtOnce() {
        long id = stocktakings.count(AT, Map.of()).id();

        Together.run(8, IntStream.range(0, 40).mapToObj(i -> () -> {
            assertThat(stocktakings.switchOver(id, i % 2 == 0).status()).isIn(201, 409);
        }));

        Shop.Answer found = shop.get(ada.bearer(), PATH + "/" + id);
        int switches = found.body().path("history").size();
        assertThat(found.body().path("version").asInt()).isEqualTo(1 + switches);
        assertThat(found.body().path("revoked").asBoolean()).isEqualTo(switches % 2 == 1);
    }
}
