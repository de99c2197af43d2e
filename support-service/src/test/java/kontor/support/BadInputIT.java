package kontor.support;

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
import kontor.support.Operation.Thing;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.probe.AuthorisationTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is sent: the right problem, and nothing changed. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class BadInputIT {

    /** Operation, field, value, status, code; only the value may hold semicolons. */
    private static final Pattern ROW = Pattern.compile("([^;]+);([^;]+);(.+);([0-9]{3});([a-z-]+)");

    private final Desk desk;
    private final TestDatabase database;
    private final Member admin;
    private final Thing thing;

    /** What the refusal before left behind, which is what this one finds. */
    private @Nullable String known;

    BadInputIT(RestTestClient http, Members members, TestDatabase database) {
        desk = new Desk(http, database);
        this.database = database;
        admin = members.admin();
        thing = new Thing(made("/tickets", members.verified()), made("/canned-answers", admin));
    }

    private record Bad(String body, int status, String code) {}

    private long made(String path, Member by) {
        Operation making = operation("POST " + path);
        Answer answer = send(making, by, path, making.body(), headers -> {});
        return answer.expect(path.equals("/tickets") ? 202 : 201).id();
    }

    private static Operation operation(String name) {
        return Operation.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsEveryOperationThatTakesABody() {
        assertThat(Operation.ALL.stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(
                        AuthorisationTable.operations(
                                        desk.get(null, "/v3/api-docs").body())
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
        Stream<Bad> doubled = operation.good().entrySet().stream()
                .limit(1)
                .map(field -> "\"%s\": %s".formatted(field.getKey(), field.getValue()))
                .map(one -> new Bad("{" + one + ", " + one + "}", 400, "malformed-request"));
        Stream<Bad> none = operation.wantsFields()
                ? Stream.of(new Bad("", 400, "malformed-request"), new Bad("{}", 400, "invalid-field"))
                : Stream.empty();
        return Stream.of(always, doubled, none).flatMap(Function.identity());
    }

    @TestFactory
    Stream<DynamicTest> refusesBrokenBodies() {
        return Operation.ALL.stream().flatMap(operation -> broken(operation).map(bad -> test(operation, bad)));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadFields() throws IOException {
        Map<String, Operation> named =
                Operation.ALL.stream().collect(Collectors.toMap(Operation::name, Function.identity()));
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
                        select concat_ws(' ', (select count(*) from ticket), (select count(*) from ticket_log),
                            (select count(*) from assignment), (select count(*) from audit),
                            (select count(*) from canned_answer), (select sum(version) from canned_answer),
                            (select version from ticket where id = ?))
                        """)
                .param(thing.ticket())
                .query((row, n) -> row.getString(1))
                .single();
    }

    private Answer send(Operation operation, String body, Consumer<HttpHeaders> more) {
        return send(operation, admin, thing.at(operation.path()), body, more);
    }

    private Answer send(Operation operation, Member by, String path, String body, Consumer<HttpHeaders> more) {
        String etag =
                operation.isPatch() ? desk.get(by.bearer(), path).expect(200).etag() : "\"1\"";
        return desk.send(operation.method(), path, by.bearer(), body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=0");
            more.accept(headers);
        });
    }

    @TestFactory
    Stream<DynamicTest> wantsAKeyWhereATicketIsOpened() {
        return Operation.ALL.stream()
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
        return Operation.ALL.stream()
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
        return Operation.ALL.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    String before = traces();

                    send(operation, operation.body(), headers -> headers.set("Content-Type", "text/plain"))
                            .refused(415, "unsupported-media-type");

                    assertThat(traces()).isEqualTo(before);
                }));
    }
}
