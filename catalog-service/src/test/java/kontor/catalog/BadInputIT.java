package kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.catalog.Shop.Answer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.probe.AuthorisationTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is sent: the right problem, and nothing changed. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class BadInputIT {

    /** Operation, field, value, status, code; only the value may hold semicolons. */
    private static final Pattern ROW = Pattern.compile("([^;]+);([^;]+);(.+);([0-9]{3});([a-z-]+)");

    private final Shop shop;
    private final Traces traces;
    private final Thing thing;

    /** What there was after the last request, which left nothing behind, and so before the next one. */
    private String left;

    BadInputIT(RestTestClient http, Members members, TestDatabase database) {
        shop = new Shop(http, members);
        traces = new Traces(database);
        thing = Thing.made(shop);
        left = traces.all();
    }

    private record Bad(String body, int status, String code) {}

    @Test
    void knowsEveryOperationThatTakesABody() {
        assertThat(Operation.all(thing).stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(AuthorisationTable.operations(shop.apiDocument()).stream()
                        .map(name -> name.replace("/api/v1", ""))
                        .filter(name -> name.matches("(POST|PATCH|PUT) .*") && !name.equals("POST /uploads"))
                        .toList());
    }

    /** What no operation takes. */
    private static Stream<Bad> broken(Operation operation) {
        String good = operation.body();
        Stream<Bad> always = Stream.of(
                new Bad("{", 400, "malformed-request"),
                new Bad(good.substring(0, good.length() - 1), 400, "malformed-request"),
                new Bad(good + good, 400, "malformed-request"),
                new Bad(good + " x", 400, "malformed-request"),
                new Bad("nonsense", 400, "malformed-request"),
                new Bad("[".repeat(60) + "]".repeat(60), 400, "malformed-request"),
                new Bad(operation.with("x\\u0000", "1"), 400, "unknown-field"),
                new Bad("{\"a\": \"" + "x".repeat(300_000) + "\"}", 413, "too-large"));
        return Stream.concat(
                always, operation.good().entrySet().stream().limit(1).flatMap(field -> {
                    String one = "\"%s\": %s".formatted(field.getKey(), field.getValue());
                    Bad doubled = new Bad("{" + one + ", " + one + "}", 400, "malformed-request");
                    Bad none = new Bad("", 400, "malformed-request");
                    return operation.isPatch() || operation.mayBeEmpty()
                            ? Stream.of(doubled, none)
                            : Stream.of(doubled, none, new Bad("{}", 400, "invalid-field"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesBrokenBodies() {
        return Operation.all(thing).stream()
                .flatMap(operation -> broken(operation).map(bad -> test(operation, bad)));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadFields() throws IOException {
        Map<String, Operation> named =
                Operation.all(thing).stream().collect(Collectors.toMap(Operation::name, operation -> operation));
        return new ClassPathResource("bad-fields.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(BadInputIT::row)
                .map(row -> {
                    Operation operation = Objects.requireNonNull(named.get(row.group(1)), row.group(1));
                    String body = operation.with(row.group(2), row.group(3));
                    return test(operation, new Bad(body, Integer.parseInt(row.group(4)), row.group(5)));
                });
    }

    private static Matcher row(String line) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as(line).isTrue();
        return row;
    }

    private DynamicTest test(Operation operation, Bad bad) {
        String shown = bad.body().substring(0, Math.min(90, bad.body().length()));
        return DynamicTest.dynamicTest(operation.name() + " " + shown, () -> refuses(operation, bad));
    }

    private void refuses(Operation operation, Bad bad) {
        Answer answer = send(operation, bad.body(), headers -> {});

        answer.refused(bad.status(), bad.code());
        assertThat(String.valueOf(answer.headers().getContentType())).startsWith("application/problem+json");
        leavesNothing();
    }

    private void leavesNothing() {
        String before = left;
        left = traces.all();
        assertThat(left).isEqualTo(before);
    }

    private Answer send(Operation operation, @Nullable Object body, Consumer<HttpHeaders> more) {
        String path = operation.path(thing);
        String etag = operation.isPatch() ? shop.get(path, shop.admin()).etag() : "\"1\"";
        return shop.send(operation.method(), path, shop.admin().bearer(), body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            more.accept(headers);
        });
    }

    /** A header that makes a good request a bad one; null takes it away. */
    private record Header(String name, @Nullable String value, int status, String code) {}

    @TestFactory
    Stream<DynamicTest> refusesOtherMediaTypesAndKeys() {
        return Operation.all(thing).stream()
                .flatMap(operation -> headers(operation)
                        .map(header -> with(operation, operation.body().getBytes(StandardCharsets.UTF_8), header)));
    }

    private static Stream<Header> headers(Operation operation) {
        Stream<Header> types = Stream.of("text/plain", "application/xml", "application/x-www-form-urlencoded")
                .map(type -> new Header("Content-Type", type, 415, "unsupported-media-type"));
        Stream<Header> keys = Stream.of(
                new Header("Idempotency-Key", "k".repeat(256), 400, "invalid-field"),
                operation.isOnce()
                        ? new Header("Idempotency-Key", null, 400, "idempotency-key-missing")
                        : new Header("Idempotency-Key", "", 400, "invalid-field"));
        return operation.isPatch() ? types : Stream.concat(types, keys);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherCharsets() {
        return Operation.all(thing).stream().map(operation -> {
            byte[] torn = operation.body().getBytes(StandardCharsets.UTF_8);
            torn[torn.length - 1] = (byte) 0xff;
            return with(operation, torn, new Header("Content-Type", "application/json", 400, "malformed-request"));
        });
    }

    private DynamicTest with(Operation operation, byte[] body, Header header) {
        return DynamicTest.dynamicTest(operation.name() + " " + header, () -> {
            Answer answer = send(operation, body, headers -> {
                headers.setContentType(MediaType.APPLICATION_JSON);
                headers.remove(header.name());
                if (header.value() != null) {
                    headers.set(header.name(), header.value());
                }
            });

            answer.refused(header.status(), header.code());
            leavesNothing();
        });
    }

    @TestFactory
    Stream<DynamicTest> wantsTheVersionLastRead() {
        return Operation.all(thing).stream().filter(Operation::isPatch).flatMap(operation -> {
            byte[] body = operation.body().getBytes(StandardCharsets.UTF_8);
            return Stream.concat(
                    Stream.of(with(operation, body, new Header("If-Match", null, 428, "if-match-required"))),
                    Stream.of("*", "\"0\"", "W/\"1\"", "1", "\"1\", \"2\"", "\"99999999999999999999\"")
                            .map(etag -> with(operation, body, new Header("If-Match", etag, 412, "version-mismatch"))));
        });
    }
}
