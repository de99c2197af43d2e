package kontor.order.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Payment methods and the names of statuses. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class TermsIT {

    private static final String TERMS = "kontor.order.terms.v1";

    private final Shop shop;
    private final TopicReader reader;
    private final Wire wire;

    TermsIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        this.reader = reader;
        wire = new Wire(reader);
    }

    private Answer delete(long id) {
        return shop.send(
                HttpMethod.DELETE, "/payment-methods/" + id, shop.admin().bearer(), null, headers -> {});
    }

    private void awaitEvents(String key, int number) {
        Awaitility.await(key).until(() -> reader.all(TERMS, key).size() == number);
        assertThat(reader.all(TERMS, key))
                .extracting(TopicReader.Message::sequence)
                .isEqualTo(LongStream.rangeClosed(1, number).boxed().toList());
        wire.everything(TERMS);
    }

    @Test
    void addsEditsAndDeletesPaymentMethods() {
        String name = Shop.named("Cash");
        Answer added = shop.post(
                        shop.admin().bearer(),
                        "/payment-methods",
                        "{\"method\": \"  %s \", \"deadlineDays\": 0}".formatted(name))
                .expect(201);
        String path = "/payment-methods/" + added.id();

        assertThat(added.body().path("method").asString("")).isEqualTo(name);
        assertThat(added.body().path("meansCode").asString("")).isEqualTo("1");
        assertThat(added.body().path("active").asBoolean()).isTrue();
        assertThat(added.headers().getLocation()).hasPath("/api/v1" + path);
        assertThat(shop.patch(path, "{\"deadlineDays\": 3650, \"meansCode\": \"10\"}")
                        .expect(200)
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(shop.patch(path, "{\"deadlineDays\": 3650}").expect(200).etag())
                .isEqualTo("\"2\"");
        delete(added.id()).expect(204);

        shop.get(shop.admin().bearer(), path).refused(404, "not-found");
        delete(added.id()).refused(404, "not-found");
        awaitEvents("payment-method:" + added.id(), 3);
        assertThat(shop.audits("payment-method", added.id()))
                .containsExactly("create-payment-method", "edit-payment-method", "delete-payment-method");
    }

    @Test
    void keepsNamesUniqueWhateverTheirCase() {
        String name = Shop.named("Straße");
        String body = "{\"method\": \"%s\", \"deadlineDays\": 1}";
        shop.post(shop.admin().bearer(), "/payment-methods", body.formatted(name))
                .expect(201);

        shop.post(shop.admin().bearer(), "/payment-methods", body.formatted(name.replace("Straße", "STRASSE")))
                .refused(409, "duplicate");
        shop.patch("/payment-methods/" + shop.newMethod(), "{\"method\": \"%s\"}".formatted(name))
                .refused(409, "duplicate");
    }

    @Test
    void keepsAMethodThatIsUsed() {
        Customer cleo = shop.customer();
        shop.submit(cleo.bearer(), shop.order(cleo, 1)).expect(202);

        delete(shop.method()).refused(409, "in-use");

        String list = "/payment-methods?limit=100&used=%s&method=Transfer";
        assertThat(shop.get(cleo.bearer(), list.formatted("true")).expect(200).text())
                .contains("\"id\":%d,".formatted(shop.method()));
        assertThat(shop.get(cleo.bearer(), list.formatted("false")).expect(200).text())
                .doesNotContain("\"id\":%d,".formatted(shop.method()));
    }

    /** Either the order is there and the method stays, or the method is gone and was unknown to the order. */
    @Test
    void deletesNoMethodFromUnderAnOrder() {
        Customer cleo = shop.customer();
        for (int round = 0; round < 5; round++) {
            long method = shop.newMethod();
            String body = shop.order(cleo, 1)
                    .replace("\"paymentMethodId\": " + shop.method(), "\"paymentMethodId\": " + method);

            List<Integer> statuses = Together.all(
                    2,
                    n -> n == 0
                            ? shop.submit(cleo.bearer(), body).status()
                            : delete(method).status());

            assertThat(statuses).isIn(List.of(202, 409), List.of(422, 204));
        }
    }

    @Test
    void namesStatusesButKeepsTheirCodes() {
        String bearer = shop.admin().bearer();
        assertThat(shop.get(bearer, "/order-statuses").expect(200).body().path("items"))
                .hasSize(8);
        Answer before = shop.get(bearer, "/order-statuses/6").expect(200);
        String name = "On its way " + UUID.randomUUID().toString().substring(0, 8);

        Answer named = shop.patch("/order-statuses/6", before.etag(), "{\"name\": \"%s\"}".formatted(name))
                .expect(200);

        assertThat(named.body().path("code").asString("")).isEqualTo("IN_TRANSIT");
        assertThat(named.body().path("name").asString("")).isEqualTo(name);
        awaitEvents("order-status:6", (int) named.body().path("version").asLong() - 1);
        shop.patch("/order-statuses/6", before.etag(), "{}").refused(412, "version-mismatch");
        shop.patch("/order-statuses/5", "{\"name\": \"%s\"}".formatted(name.toUpperCase(Locale.ROOT)))
                .refused(409, "duplicate");
        assertThat(shop.audits("order-status", 6)).contains("name-order-status");
    }
}
