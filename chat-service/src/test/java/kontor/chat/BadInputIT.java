package kontor.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.AuthorisationTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever is sent: the right problem, and nothing changed. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class BadInputIT {

    /** Operation, field, value, status, code; only the value may hold semicolons. */
    private static final Pattern ROW = Pattern.compile("([^;]+);([^;]+);(.+);([0-9]{3});([a-z-]+)");

    /** They take no JSON: one takes a file, the other nothing. */
    private static final Set<String> WITHOUT_BODY =
            Set.of("POST /conversations/{id}/attachments", "POST /conversations/{id}/members/me");

    private final Chat chat;
    private final TestDatabase database;
    private final Member ada;
    private final Member ben;
    private final long talk;

    /** What the refusal before left behind, which is what this one finds. */
    private @Nullable String known;

    BadInputIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
        this.database = database;
        ada = members.verified();
        ben = members.verified();
        talk = chat.talk(ada, ben);
    }

    private record Bad(String body, int status, String code) {}

    @Test
    void knowsEveryOperationThatTakesABody() {
        assertThat(Operation.all(ben).stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(
                        AuthorisationTable.operations(
                                        chat.get(null, "/v3/api-docs").body())
                                .stream()
                                .map(name -> name.replace("/api/v1", ""))
                                .filter(name -> name.matches("(POST|PATCH|PUT) .*") && !WITHOUT_BODY.contains(name))
                                .toList());
    }

    /** What no operation takes. */
    private static Stream<Bad> broken(Operation operation) {
        String good = operation.body();
        Map.Entry<String, String> first = operation.good().entrySet().iterator().next();
        String one = "\"%s\": %s".formatted(first.getKey(), first.getValue());
        return Stream.of(
                new Bad("{", 400, "malformed-request"),
                new Bad(good.substring(0, good.length() - 1), 400, "malformed-request"),
                new Bad(good + good, 400, "malformed-request"),
                new Bad(good + " x", 400, "malformed-request"),
                new Bad("nonsense", 400, "malformed-request"),
                new Bad("", 400, "malformed-request"),
                new Bad("[".repeat(60) + "]".repeat(60), 400, "malformed-request"),
                new Bad("{" + one + ", " + one + "}", 400, "malformed-request"),
                new Bad("{}", 400, "invalid-field"),
                new Bad(operation.with("surprise", "1"), 400, "unknown-field"),
                new Bad(operation.with("x\\u0000", "1"), 400, "unknown-field"),
                new Bad("{\"a\": \"" + "x".repeat(300_000) + "\"}", 413, "too-large"));
    }

    @TestFactory
    Stream<DynamicTest> refusesBrokenBodies() {
        return Operation.all(ben).stream()
                .flatMap(operation -> broken(operation).map(bad -> test(operation, bad)));
    }

    @TestFactory
    Stream<DynamicTest> refusesBadFields() throws IOException {
        Map<String, Operation> named =
                Operation.all(ben).stream().collect(Collectors.toMap(Operation::name, Function.identity()));
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

        Answer answer = chat.send(operation.method(), operation.path(talk), ada.bearer(), bad.body(), headers -> {});

        answer.refused(bad.status(), bad.code());
        assertThat(String.valueOf(answer.headers().getContentType())).startsWith("application/problem+json");
        known = traces();
        assertThat(known).isEqualTo(before);
    }

    /** All that a request could leave behind. */
    private String traces() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) from conversation), (select count(*) from message),
                            (select count(*) from conversation_member), (select sum(version) from conversation),
                            (select sum(last_read_seq) from conversation_member), (select count(*) from audit),
                            (select count(*) from attachment))
                        """).query((row, n) -> row.getString(1)).single();
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherMediaTypes() {
        return Operation.all(ben).stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    String before = traces();

                    chat.send(
                                    operation.method(),
                                    operation.path(talk),
                                    ada.bearer(),
                                    operation.body().getBytes(StandardCharsets.UTF_8),
                                    headers -> headers.set("Content-Type", "text/plain"))
                            .refused(415, "unsupported-media-type");

                    assertThat(traces()).isEqualTo(before);
                }));
    }
}
