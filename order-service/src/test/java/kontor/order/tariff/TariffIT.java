package kontor.order.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Shop;
import kontor.order.Wire;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Shipping tariffs and their extras. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class TariffIT {

    private static final String TERMS = "kontor.order.terms.v1";

    private final Shop shop;
    private final Bazaar bazaar;
    private final Wire wire;

    TariffIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        wire = new Wire(reader);
    }

    private static String path(long id) {
        return "/shipping-tariffs/" + id;
    }

    private Answer extra(long tariff, String name, long priceMinor) {
        return shop.post(
                shop.admin().bearer(),
                "/shipping-extras",
                "{\"tariffId\": %d, \"name\": \"%s\", \"priceMinor\": %d}".formatted(tariff, name, priceMinor));
    }

    private Answer tariff(long id) {
        return shop.get(shop.admin().bearer(), path(id)).expect(200);
    }

    @Test
    void addsATariff() {
        Answer added = bazaar.tariff();

        assertThat(added.headers().getLocation()).hasPath("/api/v1" + path(added.id()));
        assertThat(added.etag()).isEqualTo("\"1\"");
        assertThat(added.body()).isEqualTo(tariff(added.id()).body());
        assertThat(added.body().path("destinationCountries").toString()).isEqualTo("[\"HU\",\"AT\"]");
        assertThat(added.body().path("active").asBoolean()).isTrue();
        assertThat(added.body().path("validTo").isNull()).isTrue();
        assertThat(added.body().path("extras")).isEmpty();
        Wire.Told told = wire.of(TERMS, "shipping-tariff:" + added.id(), 1).getFirst();
        assertThat(told.name()).isEqualTo("tariff-changed");
        assertThat(told.body().path("priceMinor").asLong()).isEqualTo(540);
        assertThat(told.actor()).isEqualTo(shop.admin().id().toString());
        assertThat(shop.audits("shipping-tariff", added.id())).containsExactly("add-shipping-tariff");
    }

    @Test
    void addsAnExtraToATariff() {
        long id = bazaar.tariff().id();

        Answer added = extra(id, "Insurance", 150).expect(201);

        assertThat(added.headers().getLocation()).hasPath("/api/v1/shipping-extras/" + added.id());
        assertThat(shop.get(shop.members().verified().bearer(), "/shipping-extras/" + added.id())
                        .expect(200)
                        .body())
                .isEqualTo(added.body());
        assertThat(tariff(id).body().at("/extras/0/priceMinor").asLong()).isEqualTo(150);
        assertThat(tariff(id).etag()).isEqualTo("\"2\"");
        List<Wire.Told> told = wire.of(TERMS, "shipping-tariff:" + id, 2);
        assertThat(told).extracting(Wire.Told::version).containsExactly(1L, 2L);
        assertThat(told.getLast().body().at("/extras/0/shippingExtraId").asLong())
                .isEqualTo(added.id());
        assertThat(shop.audits("shipping-tariff", id)).containsExactly("add-shipping-tariff", "add-shipping-extra");
        Answer unknown = extra(0, "Express", 1).refused(422, "unknown-reference");
        assertThat(unknown.pointer()).isEqualTo("/tariffId");
    }

    @Test
    void endsATariffAndBringsItBack() {
        long id = bazaar.tariff().id();

        Answer ended = shop.patch(path(id), "{\"active\": false, \"validTo\": \"2999-01-01T00:00:00Z\"}")
                .expect(200);

        assertThat(ended.id()).isEqualTo(id);
        assertThat(ended.etag()).isEqualTo("\"2\"");
        assertThat(ended.body().path("active").asBoolean()).isFalse();
        assertThat(shop.patch(path(id), "{\"active\": false}").expect(200).etag())
                .isEqualTo("\"2\"");
        Answer back =
                shop.patch(path(id), "{\"active\": true, \"validTo\": null}").expect(200);
        assertThat(back.body().path("validTo").isNull()).isTrue();
        assertThat(wire.of(TERMS, "shipping-tariff:" + id, 3))
                .extracting(Wire.Told::version)
                .containsExactly(1L, 2L, 3L);
        assertThat(shop.audits("shipping-tariff", id))
                .containsExactly("add-shipping-tariff", "edit-shipping-tariff", "edit-shipping-tariff");
    }

    /** A new price is a new row, with the extras of the old one, which is retired (O-22). */
    @Test
    void makesAnotherTariffOfAnotherPrice() {
        long old = bazaar.tariff().id();
        extra(old, "Express", 300).expect(201);

        Answer following = shop.patch(path(old), "{\"priceMinor\": 590}").expect(201);

        assertThat(following.id()).isNotEqualTo(old);
        assertThat(following.headers().getLocation()).hasPath("/api/v1" + path(following.id()));
        assertThat(following.etag()).isEqualTo("\"1\"");
        assertThat(following.body().path("priceMinor").asLong()).isEqualTo(590);
        assertThat(following.body().at("/extras/0/name").asString("")).isEqualTo("Express");
        Answer retired = tariff(old);
        assertThat(retired.body().path("priceMinor").asLong()).isEqualTo(540);
        assertThat(retired.body().path("active").asBoolean()).isFalse();
        assertThat(retired.body().path("validTo")).isEqualTo(following.body().path("validFrom"));
        assertThat(wire.of(TERMS, "shipping-tariff:" + old, 3)
                        .getLast()
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();
        Wire.Told told = wire.of(TERMS, "shipping-tariff:" + following.id(), 1).getFirst();
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.body().path("extras")).hasSize(1);
        assertThat(shop.audits("shipping-tariff", old)).endsWith("retire-shipping-tariff");
        assertThat(shop.audits("shipping-tariff", following.id())).containsExactly("add-shipping-tariff");
    }

    @Test
    void letsOneOfTwoEditorsWin() {
        long id = bazaar.tariff().id();

        List<Integer> statuses = Together.all(
                4,
                n -> shop.patch(path(id), "\"1\"", "{\"priceMinor\": %d}".formatted(600 + n))
                        .status());

        assertThat(statuses).containsExactlyInAnyOrder(201, 412, 412, 412);
    }

    @Test
    void addsATariffOncePerKey() {
        String key = UUID.randomUUID().toString();
        String body = Bazaar.tariffBody(Map.of());
        String admin = shop.admin().bearer();

        Answer first = shop.post(admin, "/shipping-tariffs", key, body).expect(201);
        Answer again = shop.post(admin, "/shipping-tariffs", key, body).expect(201);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        shop.post(admin, "/shipping-tariffs", key, Bazaar.tariffBody(Map.of("priceMinor", 1)))
                .refused(422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z"})
    void refusesATariffThatEndsBeforeItBegins(String end) {
        String body = Bazaar.tariffBody(Map.of("validFrom", "2026-01-01T00:00:00Z", "validTo", end));

        shop.post(shop.admin().bearer(), "/shipping-tariffs", body).refused(422, "wrong-order");
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        long id = bazaar.tariff(Map.of("validFrom", "2026-01-01T00:00:00Z")).id();

        shop.patch(path(id), "{\"validTo\": \"2026-01-01T00:00:00Z\"}").refused(422, "wrong-order");

        assertThat(tariff(id).etag()).isEqualTo("\"1\"");
    }

    @Test
    void findsTariffsAndExtras() {
        String carrier = Shop.named("Carrier");
        String from = "&carrier=" + carrier.replace(" ", "%20");
        long cheap =
                bazaar.tariff(Map.of("carrier", carrier, "priceMinor", 100)).id();
        long dear = bazaar.tariff(Map.of(
                        "carrier",
                        carrier,
                        "priceMinor",
                        200,
                        "originCountry",
                        "AT",
                        "destinationCountries",
                        List.of("DE"),
                        "active",
                        false))
                .id();
        long extra = extra(dear, "Express", 5).expect(201).id();

        assertThat(found("/shipping-tariffs?sort=priceMinor" + from)).containsExactly(cheap, dear);
        assertThat(found("/shipping-tariffs?sort=-priceMinor" + from)).containsExactly(dear, cheap);
        assertThat(found("/shipping-tariffs?originCountry=AT" + from)).containsExactly(dear);
        assertThat(found("/shipping-tariffs?destinationCountry=HU" + from)).containsExactly(cheap);
        assertThat(found("/shipping-tariffs?destinationCountry=HU&destinationCountry=DE" + from))
                .containsExactlyInAnyOrder(cheap, dear);
        assertThat(found("/shipping-tariffs?active=false" + from)).containsExactly(dear);
        assertThat(found("/shipping-tariffs?externalId=market:1" + from)).isEmpty();
        assertThat(found("/shipping-extras?tariffId=" + dear)).containsExactly(extra);
        assertThat(found("/shipping-extras?tariffId=" + cheap)).isEmpty();
    }

    private List<Long> found(String path) {
        return shop.get(shop.members().verified().bearer(), path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }
}
