package kontor.invoice.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kontor.invoice.Invoicing;
import kontor.invoice.Shop;
import kontor.testkit.EventSchema;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
class IssuerIT {

    private static final String PATH = "/api/v1/issuers";

    private final TopicReader topics;
    private final Invoicing invoicing;
    private final Shop shop;
    private final String admin;

    IssuerIT(TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http, Members members) {
        this.topics = topics;
        invoicing = new Invoicing(database, writer, http, members);
        shop = invoicing.shop();
        admin = invoicing.admin();
    }

    @Test
    void takesEffectAtOnceAndIsTold() {
        Shop.Answer added = shop.post(admin, PATH, Shop.issuerBody("")).expect(201);

        assertThat(added.header("Location")).isEqualTo(PATH + "/" + added.id());
        assertThat(added.headers().getETag()).isEqualTo("\"1\"");
        assertThat(added.body().path("country").asString()).isEqualTo("HU");
        assertThat(shop.get(shop.customer().member().bearer(), PATH + "/current")
                        .id())
                .isEqualTo(added.id());
        assertThat(shop.audits("issuer", added.id())).containsExactly("add-issuer");
        var told =
                topics.await("kontor.invoice.issuer.v1", Long.toString(added.id()), "kontor.invoice.issuer-added.v1");
        EventSchema.of(told.type()).assertValid(String.valueOf(told.value()));
        assertThat(told.value()).doesNotContain("HU4211");
    }

    @Test
    void takesEffectLaterThanEveryOther() {
        long now = shop.issuer();
        String future = Instant.now().plus(2, ChronoUnit.DAYS).toString();
        long next = add(future).expect(201).id();

        assertThat(add(future).code()).isEqualTo("wrong-order");
        assertThat(add(Instant.now().plus(1, ChronoUnit.DAYS).toString()).code())
                .isEqualTo("wrong-order");
        assertThat(shop.post(admin, PATH, Shop.issuerBody("")).code()).isEqualTo("wrong-order");
        assertThat(shop.get(admin, PATH + "/current").id()).isEqualTo(now);

        assertThat(patch(next, "\"1\"", validFrom(Instant.now().minusSeconds(70)))
                        .code())
                .isEqualTo("wrong-order");
        Instant later = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        assertThat(patch(next, "\"1\"", validFrom(later))
                        .expect(200)
                        .body()
                        .path("validFrom")
                        .asString())
                .isEqualTo(later.toString());
        assertThat(remove(next).status()).isEqualTo(204);
        assertThat(shop.get(admin, PATH + "/" + next).code()).isEqualTo("not-found");
        var told = topics.await(
                "kontor.invoice.issuer.v1",
                message -> String.valueOf(next).equals(message.key()) && message.sequence() == 3);
        assertThat(told.value()).contains("\"removed\":true");
    }

    @Test
    void takesAMinuteAgoForNow() {
        Instant before = Instant.now();
        Shop.Answer added = add(before.minusSeconds(50).toString()).expect(201);

        assertThat(Instant.parse(added.body().path("validFrom").asString())).isAfterOrEqualTo(before);
        assertThat(add(Instant.now().minusSeconds(70).toString()).code()).isEqualTo("wrong-order");
        assertThat(shop.get(admin, PATH + "/current").id()).isEqualTo(added.id());
    }

    @Test
    void isEditedOnlyAsItWasRead() {
        long id = shop.issuer();

        assertThat(patch(id, null, "{\"name\": \"Other\"}").code()).isEqualTo("if-match-required");
        assertThat(patch(id, "\"2\"", "{\"name\": \"Other\"}").code()).isEqualTo("version-mismatch");
        Shop.Answer edited =
                patch(id, "\"1\"", "{\"name\": \"Other\", \"country\": \"AT\"}").expect(200);
        assertThat(edited.body().path("name").asString()).isEqualTo("Other");
        assertThat(edited.body().path("city").asString()).isEqualTo("Budapest");
        assertThat(edited.headers().getETag()).isEqualTo("\"2\"");

        assertThat(patch(id, "\"2\"", "{\"name\": \"Other\"}")
                        .expect(200)
                        .headers()
                        .getETag())
                .isEqualTo("\"2\"");
        assertThat(shop.audits("issuer", id)).containsExactly("add-issuer", "edit-issuer");
    }

    @Test
    void staysAsItIsOnceADocumentNamesIt() {
        long id = shop.issuer();
        Shop.Answer invoice = invoicing.issue(shop.customer());
        assertThat(invoice.body().path("issuerId").asLong()).isEqualTo(id);

        assertThat(patch(id, "\"1\"", "{\"name\": \"Other\"}").code()).isEqualTo("issuer-in-use");
        assertThat(remove(id).code()).isEqualTo("issuer-in-use");
        assertThat(patch(id, "\"1\"", "{\"name\": \"Kontor Shop Ltd.\"}").status())
                .isEqualTo(200);
    }

    private Shop.Answer add(String validFrom) {
        return shop.post(admin, PATH, Shop.issuerBody(", \"validFrom\": \"%s\"".formatted(validFrom)));
    }

    private static String validFrom(Instant at) {
        return "{\"validFrom\": \"%s\"}".formatted(at);
    }

    private Shop.Answer remove(long id) {
        return shop.send(HttpMethod.DELETE, admin, PATH + "/" + id, null, null);
    }

    private Shop.Answer patch(long id, @org.jspecify.annotations.Nullable String etag, String body) {
        return shop.send(HttpMethod.PATCH, admin, PATH + "/" + id, etag, body);
    }
}
