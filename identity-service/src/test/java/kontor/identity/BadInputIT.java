package kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.identity.BadBodies.Bad;
import kontor.identity.Operations.Operation;
import kontor.identity.Shop.Answer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent: the right problem, and nothing changed. */
@IdentityTest
class BadInputIT {

    private final TestDatabase database;
    private final RestTestClient http;
    private final Shop shop;

    BadInputIT(RestTestClient http, TestDatabase database) {
        this.database = database;
        this.http = http;
        this.shop = Shop.founded(http, database);
    }

    @Test
    void hasARowForEveryOperationWithABody() {
        JsonNode paths = shop.apiDocument().path("paths");

        List<String> withBody = paths.propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replace("/api/v1", "")))
                .toList();

        assertThat(new Operations(shop).all().stream().map(Operation::operation))
                .containsExactlyInAnyOrderElementsOf(withBody);
    }

    @TestFactory
    Stream<DynamicTest> takesWhatIsGood() {
        return new Operations(shop)
                .all().stream()
                        .map(operation -> DynamicTest.dynamicTest(operation.operation(), () -> {
                            Answer answer = send(operation, BadBodies.good(operation.fields()));

                            assertThat(answer.status()).as("%s", answer).isEqualTo(operation.status());
                        }));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadBodies() {
        return new Operations(shop)
                .all().stream()
                        .flatMap(operation -> BadBodies.of(operation.fields(), operation.isPatch()).stream()
                                .map(bad -> DynamicTest.dynamicTest(
                                        operation.operation() + " " + bad, () -> refuses(operation, bad))));
    }

    private void refuses(Operation operation, Bad bad) {
        List<Long> before = rows();

        Answer answer = send(operation, bad.body());

        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(bad.code());
        assertThat(answer.status()).isEqualTo(bad.status());
        assertThat(rows()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherMediaTypesAndCharsets() {
        return new Operations(shop)
                .all().stream()
                        .flatMap(operation -> Stream.of(
                                encoded(operation, "text/plain", StandardCharsets.UTF_8, "unsupported-media-type"),
                                encoded(operation, "application/xml", StandardCharsets.UTF_8, "unsupported-media-type"),
                                encoded(
                                        operation,
                                        "application/json",
                                        StandardCharsets.ISO_8859_1,
                                        "malformed-request")));
    }

    private DynamicTest encoded(Operation operation, String type, Charset charset, String expected) {
        return DynamicTest.dynamicTest("%s as %s in %s".formatted(operation.operation(), type, charset), () -> {
            List<Long> before = rows();
            String body = BadBodies.good(operation.fields()).replaceFirst("\\{", "{\"é\": 1, ");

            String answer = String.valueOf(http.method(operation.method())
                    .uri("/api/v1" + operation.path())
                    .header("Authorization", operation.bearer())
                    .header("Content-Type", type)
                    .body(body.getBytes(charset))
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());

            assertThat(JsonMapper.shared().readTree(answer).path("code").asString())
                    .as(answer)
                    .isEqualTo(expected);
            assertThat(rows()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAnEditOfWhatWasNotRead() {
        return new Operations(shop)
                .all().stream()
                        .filter(Operation::isPatch)
                        .flatMap(operation -> Stream.of(
                                        "\"99\"", "\"0\"", "*", "W/\"1\"", "1", "junk", "\"1\", \"2\"", "")
                                .map(condition -> DynamicTest.dynamicTest(
                                        operation.operation() + " if " + condition,
                                        () -> isStale(operation, condition))));
    }

    private void isStale(Operation operation, String condition) {
        List<Long> before = rows();
        Map<String, String> headers = condition.isEmpty() ? Map.of() : Map.of("If-Match", condition);

        Answer answer = shop.call(
                HttpMethod.PATCH, operation.path(), operation.bearer(), BadBodies.good(operation.fields()), headers);

        assertThat(answer.code()).isEqualTo(condition.isEmpty() ? "if-match-required" : "version-mismatch");
        assertThat(answer.status()).isEqualTo(condition.isEmpty() ? 428 : 412);
        assertThat(rows()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> keepsKeysApart() {
        return new Operations(shop)
                .all().stream()
                        .filter(operation -> operation.method().equals(HttpMethod.POST))
                        .map(operation -> DynamicTest.dynamicTest(operation.operation(), () -> {
                            String good = BadBodies.good(operation.fields());
                            Map<String, String> key = Map.of("Idempotency-Key", "key-" + UUID.randomUUID());
                            Map<String, String> overlong = Map.of("Idempotency-Key", "k".repeat(256));

                            assertThat(post(operation, good, overlong).code()).isEqualTo("invalid-field");
                            assertThat(post(operation, good, key).status()).isEqualTo(operation.status());
                            assertThat(post(operation, otherThan(operation), key)
                                            .code())
                                    .isEqualTo("idempotency-key-reused");
                            assertThat(post(operation, good, key).status()).isEqualTo(operation.status());
                        }));
    }

    private Answer post(Operation operation, String body, Map<String, String> headers) {
        return shop.call(HttpMethod.POST, operation.path(), operation.bearer(), body, headers);
    }

    /** Good as well, but for the first letter or figure of a value. */
    private static String otherThan(Operation operation) {
        String good = BadBodies.good(operation.fields());
        return good.replaceFirst("\": \"(\\p{L})", "\": \"X$1")
                .replace("\"XSUPPORT_2", "\"SUPPORT_1")
                .replace("\"rankId\": 2", "\"rankId\": 3")
                .replace("\"admin\": true", "\"admin\": false");
    }

    private Answer send(Operation operation, String body) {
        String etag = operation.isPatch() ? etag(operation) : "\"1\"";
        return shop.call(operation.method(), operation.path(), operation.bearer(), body, Map.of("If-Match", etag));
    }

    private String etag(Operation operation) {
        return String.valueOf(shop.call(HttpMethod.GET, operation.path(), operation.bearer(), null, Map.of())
                .etag());
    }

    /** What a refusal must leave as it was; the versions count every edit. */
    private List<Long> rows() {
        Stream<String> counts = Stream.of(
                        "member_verification",
                        "rank_change",
                        "admin_change",
                        "staff_grant_change",
                        "log_in_outcome",
                        "keycloak_change",
                        "reply",
                        "audit")
                .map(table -> "select count(*) from " + table);
        Stream<String> versions = Stream.of("member", "rank", "customer", "customer_site", "maintenance")
                .map(table -> "select count(*) * 1000000 + coalesce(sum(version), 0) from " + table);
        return database.asOwner()
                .sql(Stream.concat(counts, versions).collect(Collectors.joining(" union all ")))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
