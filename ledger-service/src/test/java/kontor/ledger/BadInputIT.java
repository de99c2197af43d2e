package kontor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.ledger.importing.Imports;
import kontor.ledger.receivable.Invoices;
import kontor.ledger.replenishment.Replenishments;
import kontor.ledger.stocktaking.Stocktakings;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
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
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent: the right problem, within a second, and nothing changed. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // all that is refused here is refused about the same things
class BadInputIT {

    private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

    private final TestDatabase database;
    private final RestTestClient http;
    private final Shop shop;
    private final Member ada;
    private final Member ben;
    private final Shop.Product tea;
    private final long purchase;
    private final long deposit;
    private final Shop.Answer brought;
    private final Stocktakings stocktakings;
    private final Invoices.Invoice invoice;
    private final long payment;

    /** What there was after the last request, which left nothing behind, and so before the next one. */
    private List<Long> left = List.of();

    BadInputIT(Members members, TestDatabase database, TopicWriter writer, RestTestClient http) {
        this.database = database;
        this.http = http;
        this.shop = new Shop(database, writer, http);
        ada = members.admin();
        ben = members.withoutLimit();
        tea = shop.product(100, "27");
        purchase = shop.buy(ben, tea, 1).body().at("/purchases/0/id").asLong();
        deposit = shop.deposit(ada, ben, 5).id();
        brought = new Replenishments(shop, ada, tea).replenish(ben, 5);
        stocktakings = new Stocktakings(shop, database, ada);
        Invoices invoices = new Invoices(shop, database, writer, ada);
        invoice = invoices.issue(Invoices.invoice(Invoices.id()));
        payment = invoices.pay(invoice, 5).id();
    }

    record Operation(String path, String good) {}

    record Bad(String body, int status, String code) {}

    private List<Operation> operations() {
        return List.of(
                new Operation("/api/v1/shelf-purchases", Shop.cart(tea, 1)),
                new Operation(
                        "/api/v1/shelf-purchases/" + purchase + "/revocations",
                        "{\"revoked\": true, \"reason\": \"x\"}"),
                new Operation(
                        "/api/v1/deposits",
                        "{\"memberId\": \"%s\", \"amountMinor\": 5, \"comment\": \"x\"}".formatted(ben.id())),
                new Operation(
                        "/api/v1/deposits/batches",
                        "{\"memberIds\": [\"%s\"], \"amountMinor\": 5, \"comment\": \"x\"}".formatted(ben.id())),
                new Operation("/api/v1/deposits/" + deposit + "/approval", "{\"approve\": true}"),
                new Operation("/api/v1/deposits/" + deposit + "/revocations", "{\"revoked\": true}"),
                new Operation(
                        Replenishments.COLLECTIONS,
                        Replenishments.body(ben, new Replenishments(shop, ada, tea).lines(5), AT)),
                new Operation(Replenishments.COLLECTIONS + "/" + brought.id() + "/revocations", "{\"revoked\": true}"),
                new Operation(
                        Replenishments.LINES + "/" + Replenishments.line(brought, 0) + "/revocations",
                        "{\"revoked\": true}"),
                new Operation(Stocktakings.PATH, Stocktakings.body(AT, Stocktakings.line(tea.id(), 2))),
                new Operation(
                        Stocktakings.PATH + "/"
                                + stocktakings.count(AT, Map.of()).id() + "/revocations",
                        "{\"revoked\": true}"),
                new Operation(Invoices.paymentsOf(invoice.id()), Invoices.payment(5)),
                new Operation(Invoices.PAYMENTS + "/" + payment + "/revocations", "{\"revoked\": true}"),
                new Operation(Imports.PATH, Imports.body(new Imports(shop, ada).ofEveryKind(ben, tea))));
    }

    /** What no operation takes. */
    private static List<Bad> broken(String good) {
        String open = good.substring(0, good.length() - 1);
        String firstField = good.substring(1, good.indexOf(',', 1) < 0 ? good.length() - 1 : good.indexOf(',', 1));
        List<Bad> bad = new ArrayList<>(List.of(
                new Bad("", 400, "malformed-request"),
                new Bad("{", 400, "malformed-request"),
                new Bad(open, 400, "malformed-request"),
                new Bad(good + good, 400, "malformed-request"),
                new Bad(good + " x", 400, "malformed-request"),
                new Bad("nonsense", 400, "malformed-request"),
                new Bad("[".repeat(60) + "]".repeat(60), 400, "malformed-request"),
                new Bad(open + ", \"x\\u0000\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"surprise\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"total\": 1}", 400, "unknown-field"),
                new Bad(open + ", \"price\": {\"a\": [1, 2]}}", 400, "unknown-field"),
                new Bad(open + ", \"id\": 1}", 400, "unknown-field"),
                new Bad("{}", 400, "invalid-field"),
                new Bad("{\"a\": \"" + "x".repeat(300_000) + "\"}", 413, "too-large")));
        if (!firstField.contains("[")) {
            bad.add(new Bad("{" + firstField + ", " + firstField + "}", 400, "malformed-request"));
        }
        return bad;
    }

    private static Stream<Bad> fields(Operation operation) {
        if (operation.path().endsWith("shelf-purchases")) {
            String line = "{\"productId\": 1, \"amount\": 1}";
            return Stream.of(
                            "{\"lines\": []}",
                            "{\"lines\": null}",
                            "{\"lines\": {}}",
                            "{\"lines\": [null]}",
                            "{\"lines\": [" + (line + ",").repeat(100) + line + "]}",
                            "{\"lines\": [{\"productId\": 1}]}",
                            "{\"lines\": [{\"amount\": 1}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": 0}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": -1}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": 10001}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": 1.0}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": 1e1}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": \"1\"}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": true}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": [1]}]}",
                            "{\"lines\": [{\"productId\": 99999999999999999999, \"amount\": 1}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": 4294967297}]}",
                            "{\"lines\": [{\"productId\": 1, \"amount\": 1, \"expectedUnitPriceMinor\": 10000000000}]}",
                            "{\"memberId\": \"ben\", \"lines\": [" + line + "]}",
                            "{\"memberId\": \"1-1-1-1-1\", \"lines\": [" + line + "]}",
                            "{\"at\": \"2026-05-04T10:00:00\", \"lines\": [" + line + "]}",
                            "{\"at\": \"+12026-05-04T10:00:00Z\", \"lines\": [" + line + "]}",
                            "{\"at\": \"2026-02-30T10:00:00Z\", \"lines\": [" + line + "]}",
                            "{\"at\": 5, \"lines\": [" + line + "]}")
                    .map(body -> new Bad(body, 400, "invalid-field"));
        }
        if (operation.path().startsWith("/api/v1/deposits/")
                && !operation.path().endsWith("batches")) {
            String field = operation.path().endsWith("approval") ? "approve" : "revoked";
            return Stream.of("null", "\"true\"", "1", "[]", "{}")
                    .map(value -> new Bad("{\"%s\": %s}".formatted(field, value), 400, "invalid-field"));
        }
        if (operation.path().endsWith("revocations")) {
            return Stream.of(
                    new Bad("{\"revoked\": \"yes\"}", 400, "invalid-field"),
                    new Bad("{\"revoked\": true, \"reason\": \"\"}", 400, "invalid-field"),
                    new Bad("{\"revoked\": true, \"reason\": \"" + "x".repeat(65) + "\"}", 400, "invalid-field"),
                    new Bad("{\"revoked\": true, \"reason\": \"a\\u0007b\"}", 400, "invalid-field"),
                    new Bad("{\"revoked\": true, \"reason\": \"a\\u0000b\"}", 400, "malformed-request"),
                    new Bad("{\"revoked\": true, \"reason\": \"\\ud800\"}", 400, "malformed-request"));
        }
        String good = operation.good();
        return Stream.of(
                new Bad(good.replace(": 5", ": 0"), 400, "invalid-field"),
                new Bad(good.replace(": 5", ": 1000000001"), 400, "invalid-field"),
                new Bad(good.replace(": 5", ": -1000000001"), 400, "invalid-field"),
                new Bad(good.replace(": 5", ": 5.5"), 400, "invalid-field"),
                new Bad(good.replace(": 5", ": \"5\""), 400, "invalid-field"),
                new Bad(good.replace(": 5", ": null"), 400, "invalid-field"),
                new Bad(good.replace(": 5", ": 05"), 400, "malformed-request"),
                new Bad(good.replace(": 5", ": +5"), 400, "malformed-request"),
                new Bad(good.replace("\"x\"", "\"" + "x".repeat(65) + "\""), 400, "invalid-field"),
                new Bad(good.replace("\"x\"", "\"  \""), 400, "invalid-field"),
                new Bad(good.replace("\"x\"", "5"), 400, "invalid-field"),
                new Bad(good.replace("\"x\"", "\"x\\u0000\""), 400, "malformed-request"),
                new Bad(good.replaceAll("\"[0-9a-f-]{36}\"", "\"ben\""), 400, "invalid-field"),
                new Bad(good.replaceAll("\"[0-9a-f-]{36}\"", "null"), 400, "invalid-field"),
                new Bad(
                        good.replaceAll("(\"[0-9a-f-]{36}\")]", "$1, $1]")
                                .replaceAll("\"memberId\": \"[^\"]*\"", "\"memberId\": 1"),
                        400,
                        "invalid-field"));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadBodies() {
        List<Operation> operations = operations();
        left = rows();
        return operations.stream()
                .flatMap(operation -> Stream.concat(
                                broken(operation.good()).stream(),
                                BadFields.of(operation).orElseGet(() -> fields(operation)))
                        .map(bad -> DynamicTest.dynamicTest(
                                operation.path() + " "
                                        + bad.body()
                                                .substring(
                                                        0,
                                                        Math.min(90, bad.body().length())),
                                () -> refuses(operation, bad))));
    }

    private void refuses(Operation operation, Bad bad) {
        List<Long> before = left;

        Shop.Answer answer = shop.post(ada.bearer(), operation.path(), bad.body());

        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(bad.code());
        assertThat(answer.status()).isEqualTo(bad.status());
        left = rows();
        assertThat(left).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherMediaTypesCharsetsAndKeys() {
        return operations().stream()
                .filter(operation -> !operation.path().equals(Imports.PATH)) // needs no key
                .flatMap(operation -> Stream.of(
                        DynamicTest.dynamicTest(operation.path() + " as text", () -> {
                            assertThat(code(send(operation.path(), MediaType.TEXT_PLAIN, bytes(operation.good()), "k")))
                                    .isEqualTo("unsupported-media-type");
                        }),
                        DynamicTest.dynamicTest(operation.path() + " in bad UTF-8", () -> {
                            byte[] bad = bytes(operation.good());
                            bad[2] = (byte) 0xff;
                            assertThat(code(send(operation.path(), MediaType.APPLICATION_JSON, bad, "k")))
                                    .isEqualTo("malformed-request");
                        }),
                        DynamicTest.dynamicTest(operation.path() + " without key", () -> {
                            assertThat(code(send(
                                            operation.path(),
                                            MediaType.APPLICATION_JSON,
                                            bytes(operation.good()),
                                            null)))
                                    .isEqualTo("idempotency-key-missing");
                        }),
                        DynamicTest.dynamicTest(operation.path() + " with an overlong key", () -> {
                            assertThat(code(send(
                                            operation.path(),
                                            MediaType.APPLICATION_JSON,
                                            bytes(operation.good()),
                                            "k".repeat(256))))
                                    .isEqualTo("invalid-field");
                        })));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/shelf-purchases?limit=0, 400, invalid-field",
        "/api/v1/shelf-purchases?limit=101, 400, invalid-field",
        "/api/v1/shelf-purchases?surprise=1, 400, unknown-parameter",
        "/api/v1/shelf-purchases?sort=totalMinor, 400, unknown-parameter",
        "/api/v1/shelf-purchases?cursor=abc, 400, invalid-cursor",
        "/api/v1/shelf-purchases?productId=x, 400, invalid-field",
        "/api/v1/shelf-purchases?memberId=x, 400, invalid-field",
        "/api/v1/shelf-purchases?revoked=maybe, 400, invalid-field",
        "/api/v1/shelf-purchases?from=yesterday, 400, invalid-field",
        "/api/v1/shelf-purchases/abc, 400, invalid-field",
        "/api/v1/shelf-purchases/-1, 404, not-found",
        "/api/v1/shelf-purchases/99999999999999999999, 400, invalid-field",
        "/api/v1/deposits?status=LOST, 400, invalid-field",
        "/api/v1/deposits?comment=, 400, invalid-field",
        "/api/v1/deposits/0, 404, not-found",
        "/api/v1/accounts?maxCreditMinor=much, 400, invalid-field",
        "/api/v1/accounts?sort=-creditMinor&sort=creditMinor, 400, invalid-field",
        "/api/v1/accounts/nobody, 400, invalid-field",
        "/api/v1/accounts/1-1-1-1-1, 400, invalid-field",
        "/api/v1/accounts/00000000-0000-0000-0000-000000000000, 404, not-found",
        "/api/v1/accounts/me/entries?from=2026-01-01T00:00:00, 400, invalid-field",
        "/api/v1/accounts/me/nothing, 404, not-found",
        "/api/v1/replenishment-collections?comment=, 400, invalid-field",
        "/api/v1/replenishment-collections?sort=priceMinor, 400, unknown-parameter",
        "/api/v1/replenishment-collections?to=2026-05-04, 400, invalid-field",
        "/api/v1/replenishment-collections/0, 404, not-found",
        "/api/v1/replenishments?collectionId=x, 400, invalid-field",
        "/api/v1/replenishments?comment=x, 400, unknown-parameter",
        "/api/v1/replenishments/0, 404, not-found",
        "/api/v1/stocktakings?sort=id, 400, unknown-parameter",
        "/api/v1/stocktakings?revoked=1, 400, invalid-field",
        "/api/v1/stocktakings/x, 400, invalid-field",
        "/api/v1/stocktakings/0, 404, not-found",
        "/api/v1/stocktakings/0/lines/0, 404, not-found",
        "/api/v1/stocktakings/balance?start=1, 400, invalid-field",
        "/api/v1/stocktakings/balance?start=x&end=1, 400, invalid-field",
        "/api/v1/stocktakings/balance?start=0&end=0, 422, unknown-reference",
        "/api/v1/finance/activity?from=yesterday, 400, invalid-field",
        "/api/v1/finance/activity?from=2026-01-01T00:00:00, 400, invalid-field",
        "/api/v1/finance/activity?from=1767225600, 400, invalid-field",
        "/api/v1/finance/statement?to=%2B12026-01-01T00:00:00Z, 400, invalid-field",
        "/api/v1/finance/statement?limit=1, 400, unknown-parameter",
        "/api/v1/finance/statement?from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z, 422, wrong-order",
        "/api/v1/finance/product-sums?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 422, wrong-order",
        "/api/v1/finance/product-sums?productId=1, 400, unknown-parameter",
        "/api/v1/receivables?overdue=maybe, 400, invalid-field",
        "/api/v1/receivables?customerId=x, 400, invalid-field",
        "/api/v1/receivables?customerId=99999999999999999999, 400, invalid-field",
        "/api/v1/receivables?number=1, 400, unknown-parameter",
        "/api/v1/receivables?sort=grossMinor, 400, unknown-parameter",
        "/api/v1/receivables?cursor=abc, 400, invalid-cursor",
        "/api/v1/receivables/x, 400, invalid-field",
        "/api/v1/receivables/0, 404, not-found",
        "/api/v1/receivables/0?payments=1, 400, unknown-parameter",
        "/api/v1/invoice-payments/x, 400, invalid-field",
        "/api/v1/invoice-payments/0, 404, not-found",
        "/api/v1/audit/ledger?limit=x, 400, invalid-field",
    })
    void refusesBadReads(String path, int status, String code) {
        Shop.Answer answer = shop.get(ada.bearer(), path);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void refusesOtherVerbs() {
        assertThat(shop.send(HttpMethod.DELETE, ada.bearer(), "/api/v1/deposits/" + deposit, null, null)
                        .code())
                .isEqualTo("method-not-allowed");
        assertThat(shop.send(HttpMethod.PUT, ada.bearer(), "/api/v1/shelf-purchases", null, "{}")
                        .code())
                .isEqualTo("method-not-allowed");
    }

    @Test
    void refusesAForeignCursor() {
        shop.buy(ben, tea, 1);
        String next = shop.get(ben.bearer(), "/api/v1/shelf-purchases?limit=1")
                .body()
                .path("next")
                .asString();

        assertThat(shop.get(ada.bearer(), "/api/v1/shelf-purchases?limit=1&cursor=" + next)
                        .code())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void namesAllFaultsTogether() {
        Shop.Answer answer = shop.post(
                ada.bearer(),
                "/api/v1/deposits",
                "{\"memberId\": 5, \"amountMinor\": 0, \"comment\": \"\", \"revoked\": true}");

        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/memberId", "/amountMinor", "/comment", "/revoked");
    }

    @Test
    void refusesRatherThanOverflows() {
        Shop.Product dear = shop.product(9_999_999_999L, "0");

        assertThat(shop.buy(ben, dear, 2).code()).isEqualTo("amount-out-of-range");
    }

    private EntityExchangeResult<String> send(String path, MediaType type, byte[] body, @Nullable String key) {
        RestTestClient.RequestBodySpec request =
                http.post().uri(path).header("Authorization", ada.bearer()).contentType(type);
        if (key != null) {
            request.header(
                    "Idempotency-Key", key.equals("k") ? UUID.randomUUID().toString() : key);
        }
        return request.body(body).exchange().expectBody(String.class).returnResult();
    }

    private static String code(EntityExchangeResult<String> result) {
        return JsonMapper.shared()
                .readTree(String.valueOf(result.getResponseBody()))
                .path("code")
                .asString("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** By one statement: each takes a connection of its own, and this is asked a thousand times. */
    private List<Long> rows() {
        String counts = Stream.of(
                        "shelf_purchase",
                        "deposit",
                        "transfer",
                        "entry",
                        "shelf_purchase_revocation",
                        "deposit_revocation",
                        "replenishment_collection",
                        "replenishment",
                        "replenishment_collection_revocation",
                        "replenishment_change",
                        "stocktaking_collection",
                        "stocktaking",
                        "stocktaking_revocation",
                        "receivable",
                        "invoice_payment",
                        "invoice_payment_revocation",
                        "audit")
                .map("select count(*) from %s"::formatted)
                .collect(Collectors.joining(" union all "));
        return database.asOwner().sql(counts).query((row, n) -> row.getLong(1)).list();
    }
}
