package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.Operation.Thing;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.AuthorisationTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is sent: the right problem, and nothing changed. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class BadInputIT {

    /** Operation, field, value, status, code; only the value may hold semicolons. */
    private static final Pattern ROW = Pattern.compile("([^;]+);([^;]+);(.+);([0-9]{3});([a-z-]+)");

    private final Shop shop;
    private final TestDatabase database;
    private final Thing thing;

    /** What the refusal before left behind, which is what this one finds. */
    private @Nullable String known;

    BadInputIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        this.database = database;
        thing = Thing.made(shop);
    }

    private record Bad(String body, int status, String code) {}

    @Test
    void knowsEveryOperationThatTakesABody() {
        assertThat(Operation.all(thing).stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(
                        AuthorisationTable.operations(
                                        shop.get(null, "/v3/api-docs").body())
                                .stream()
                                .map(name -> name.replace("/api/v1", ""))
                                .filter(name -> name.matches("(POST|PATCH|PUT) .*"))
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
                new Bad(operation.with("surprise", "1"), 400, "unknown-field"),
                new Bad(operation.with("x\\u0000", "1"), 400, "unknown-field"),
                new Bad("{\"a\": \"" + "x".repeat(300_000) + "\"}", 413, "too-large"));
        return Stream.concat(
                always, operation.good().entrySet().stream().limit(1).flatMap(field -> {
                    String one = "\"%s\": %s".formatted(field.getKey(), field.getValue());
                    Bad doubled = new Bad("{" + one + ", " + one + "}", 400, "malformed-request");
                    Bad none = new Bad("", 400, "malformed-request");
                    return operation.isPatch()
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
                Operation.all(thing).stream().collect(Collectors.toMap(Operation::name, Function.identity()));
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

    @TestFactory
    Stream<DynamicTest> boundsLists() {
        Operation order = Operation.all(thing).getFirst();
        String line = Shop.line(thing.product(), 1);
        return Stream.of("[]", "[null]", "[" + (line + ", ").repeat(100) + line + "]", line, "[[]]", "[5]", "[{}]")
                .map(lines -> test(order, new Bad(order.with("lines", lines), 400, "invalid-field")));
    }

    private DynamicTest test(Operation operation, Bad bad) {
        String shown = bad.body().substring(0, Math.min(90, bad.body().length()));
        return DynamicTest.dynamicTest(operation.name() + " " + shown, () -> refuses(operation, bad));
    }

    private void refuses(Operation operation, Bad bad) {
        String before = known == null ? traces() : known;

        Answer answer = send(operation, bad.body(), headers -> {});

        answer.refused(bad.status(), bad.code());
        assertThat(String.valueOf(answer.headers().getContentType())).startsWith("application/problem+json");
        known = traces();
        assertThat(known).isEqualTo(before);
    }

    /** All that a request could leave behind. */
    private String traces() {
        return database.asOwner()
                .sql("""
                        select concat_ws(' ', (select count(*) from retail_order), (select count(*) from order_log),
                            (select count(*) from audit), (select count(*) from payment_method),
                            (select sum(version) from payment_method), (select sum(version) from order_status),
                            (select version from retail_order where id = ?), (select count(*) from fee_model),
                            (select count(*) from shipping_tariff), (select sum(version) from shipping_tariff),
                            (select count(*) from shipping_extra),
                            (select count(*) from market_purchase), (select count(*) from adjustment),
                            (select count(*) from purchase_payment), (select count(*) from purchase_log),
                            (select version from market_purchase where id = ?))
                        """)
                .params(thing.order(), thing.purchase())
                .query((row, n) -> row.getString(1))
                .single();
    }

    private Answer send(Operation operation, String body, Consumer<HttpHeaders> more) {
        String path = operation.path(thing);
        String bearer = shop.admin().bearer();
        String etag = operation.isPatch() ? shop.get(bearer, path).expect(200).etag() : "\"1\"";
        return shop.send(operation.method(), path, bearer, body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=0");
            more.accept(headers);
        });
    }

    @TestFactory
    Stream<DynamicTest> wantsAKeyWhereStockMoves() {
        return Operation.all(thing).stream()
                .filter(Operation::isOnce)
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    send(operation, operation.body(), headers -> headers.remove("Idempotency-Key"))
                            .refused(400, "idempotency-key-missing");
                    send(operation, operation.body(), headers -> headers.set("Idempotency-Key", "k".repeat(256)))
                            .refused(400, "invalid-field");
                }));
    }

    @TestFactory
    Stream<DynamicTest> wantsTheVersionLastRead() {
        return Operation.all(thing).stream()
                .filter(Operation::isPatch)
                .flatMap(operation -> Stream.concat(
                        Stream.of(DynamicTest.dynamicTest(
                                operation.name(),
                                () -> send(operation, operation.body(), headers -> headers.remove("If-Match"))
                                        .refused(428, "if-match-required"))),
                        Stream.of("*", "\"0\"", "W/\"1\"", "1", "\"1\", \"2\"", "\"99999999999999999999\"")
                                .map(etag -> DynamicTest.dynamicTest(
                                        operation.name() + " " + etag,
                                        () -> send(
                                                        operation,
                                                        operation.body(),
                                                        headers -> headers.set("If-Match", etag))
                                                .refused(412, "version-mismatch")))));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherMediaTypes() {
        return Operation.all(thing).stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    String before = traces();

                    send(operation, operation.body(), headers -> headers.set("Content-Type", "text/plain"))
                            .refused(415, "unsupported-media-type");

                    assertThat(traces()).isEqualTo(before);
                }));
    }
}
