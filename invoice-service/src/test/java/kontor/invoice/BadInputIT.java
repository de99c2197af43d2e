package kontor.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent: the right problem, and nothing changed. */
@KontorTest(service = "invoice", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private final TestDatabase database;
    private final RestTestClient http;
    private final Shop shop;
    private final Invoicing invoicing;
    private final Orders.Order order;
    private final long invoice;
    private final long issuer;

    BadInputIT(TestDatabase database, TopicWriter topics, RestTestClient http, Members members) {
        this.database = database;
        this.http = http;
        invoicing = new Invoicing(database, topics, http, members);
        shop = invoicing.shop();
        shop.issuer();
        order = invoicing.order(shop.customer());
        invoice = invoicing.issue(shop.customer()).id();
        issuer = shop.issuer();
    }

    /** A request that would be taken. */
    record Operation(HttpMethod method, String path, String good) {}

    record Bad(String body, int status, String code) {

        static Bad field(String body) {
            return new Bad(body, 400, "invalid-field");
        }
    }

    private List<Operation> operations() {
        return List.of(
                new Operation(
                        HttpMethod.POST,
                        "/api/v1/invoices",
                        "{\"orderId\": %d, \"deliveryDate\": \"2026-04-01\"}".formatted(order.id())),
                new Operation(
                        HttpMethod.POST,
                        "/api/v1/invoice-cancellations",
                        "{\"invoiceId\": %d, %s}".formatted(invoice, BadFields.REASON)),
                new Operation(HttpMethod.POST, "/api/v1/issuers", Shop.issuerBody(", \"country\": \"HU\"")),
                new Operation(HttpMethod.PATCH, "/api/v1/issuers/" + issuer, Shop.issuerBody(", \"country\": \"AT\"")));
    }

    /** What no operation takes. */
    private static Stream<Bad> broken(String good) {
        String open = good.substring(0, good.length() - 1);
        String firstField = good.substring(1, good.indexOf(','));
        return Stream.of(
                new Bad("", 400, "malformed-request"),
                new Bad("{", 400, "malformed-request"),
                new Bad(open, 400, "malformed-request"),
                new Bad(good + good, 400, "malformed-request"),
                new Bad(good + " x", 400, "malformed-request"),
                new Bad("[".repeat(60) + "]".repeat(60), 400, "malformed-request"),
                new Bad("{" + firstField + ", " + firstField + "}", 400, "malformed-request"),
                new Bad(open + ", \"surprise\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"number\": \"4-2026-000018\"}", 400, "unknown-field"),
                new Bad(open + ", \"grossMinor\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"vat\": [{\"percentage\": 27}]}", 400, "unknown-field"),
                new Bad(open + ", \"id\": 1}", 400, "unknown-field"),
                new Bad("{\"a\": \"" + "x".repeat(300_000) + "\"}", 413, "too-large"));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadBodies() {
        return operations().stream()
                .flatMap(operation -> Stream.concat(broken(operation.good()), BadFields.of(operation))
                        // A country may be left out of a new issuer, but not of one that has it.
                        .filter(bad -> !bad.body().contains("\"country\": null")
                                || operation.method().equals(HttpMethod.PATCH))
                        .map(bad -> DynamicTest.dynamicTest(
                                operation.path() + " "
                                        + bad.body()
                                                .substring(
                                                        0,
                                                        Math.min(90, bad.body().length())),
                                () -> refuses(operation, bad))));
    }

    private void refuses(Operation operation, Bad bad) {
        List<Long> before = rows();
        String condition = operation.method().equals(HttpMethod.PATCH)
                ? "\"1\""
                : UUID.randomUUID().toString();

        Shop.Answer answer = shop.send(operation.method(), invoicing.admin(), operation.path(), condition, bad.body());

        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(bad.code());
        assertThat(answer.status()).isEqualTo(bad.status());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesOtherMediaTypesCharsetsAndKeys() {
        for (Operation operation : operations().subList(0, 2)) {
            byte[] good = operation.good().getBytes(StandardCharsets.UTF_8);
            byte[] spoilt = good.clone();
            spoilt[2] = (byte) 0xff;

            assertThat(code(operation, MediaType.TEXT_PLAIN, good, "k")).isEqualTo("unsupported-media-type");
            assertThat(code(operation, MediaType.APPLICATION_JSON, spoilt, "k")).isEqualTo("malformed-request");
            assertThat(code(operation, MediaType.APPLICATION_JSON, good, null)).isEqualTo("idempotency-key-missing");
            assertThat(code(operation, MediaType.APPLICATION_JSON, good, "k".repeat(256)))
                    .isEqualTo("invalid-field");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/invoices?limit=0, invalid-field",
        "/invoices?limit=101, invalid-field",
        "/invoices?surprise=1, unknown-parameter",
        "/invoices?sort=number, unknown-parameter",
        "/invoices?cursor=abc, invalid-cursor",
        "/invoices?orderId=x, invalid-field",
        "/invoices?customerName=, invalid-field",
        "/invoices?kind=RECEIPT, invalid-field",
        "/invoices?cancelled=maybe, invalid-field",
        "/invoices?from=2026-01-01T00:00:00Z, invalid-field",
        "/invoices?to=2026-02-30, invalid-field",
        "/invoices?dueBefore=2026-01-01&dueBefore=2026-01-02, invalid-field",
        "/invoices/abc, invalid-field",
        "/invoices/99999999999999999999, invalid-field",
        "/invoices/0, not-found",
        "/invoices/-1/items, not-found",
        "/invoices/0/prints, not-found",
        "/invoices/0/xml, not-found",
        "/invoices/1/nothing, not-found",
        "/invoices/checks?orderId=x, invalid-field",
        "/invoices/checks?from=2026-01-01, unknown-parameter",
        "/invoices/summary?from=x, invalid-field",
        "/invoices/summary?limit=5, unknown-parameter",
        "/invoice-requests/0, not-found",
        "/invoice-requests/x, invalid-field",
        "/issuers?sort=name, unknown-parameter",
        "/issuers/0, not-found",
        "/issuers/x, invalid-field",
        "/audit/invoice?limit=x, invalid-field",
    })
    void refusesBadReads(String path, String code) {
        Shop.Answer answer = shop.get(invoicing.admin(), "/api/v1" + path);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(code.equals("not-found") ? 404 : 400);
    }

    private @Nullable String code(Operation operation, MediaType type, byte[] body, @Nullable String key) {
        RestTestClient.RequestBodySpec request = http.post()
                .uri(operation.path())
                .header("Authorization", invoicing.admin())
                .contentType(type);
        if (key != null) {
            request.header(
                    "Idempotency-Key", key.equals("k") ? UUID.randomUUID().toString() : key);
        }
        String answer = String.valueOf(request.body(body)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return JsonMapper.shared().readTree(answer).path("code").asString("");
    }

    /** By one statement: each takes a connection of its own, and this is asked hundreds of times. */
    private List<Long> rows() {
        String counts = Stream.of(
                        "invoice", "invoice_item", "invoice_request", "issuer", "print_log", "series", "audit")
                .map("select count(*) from %s"::formatted)
                .collect(Collectors.joining(" union all "));
        return database.asOwner().sql(counts).query((row, n) -> row.getLong(1)).list();
    }
}
