package kontor.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import kontor.reporting.ledger.Posted;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import kontor.testkit.port.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances share the work; each answers for both, to admins only, and the one that stays takes all over. */
class ReportingIT {

    private static final String PURCHASES = "kontor.ledger.shelf-purchase.v1";
    private static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    private static final String POSTED = "kontor.ledger.transfer-posted.v1";
    private static final String MEMBERS = "kontor.identity.members.v1";
    private static final String STATE = "kontor.identity.members-state.v1";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final KafkaServer kafka = KafkaServer.startOwn();
    private final TopicWriter topics = new TopicWriter(kafka);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void answersForAllInstancesAndGoesOnWhenOneLeaves(@TempDir Path folder) throws IOException, InterruptedException {
        topics.send(member("ada", "admin"), member("ben", ""));
        int one = FreePort.find();
        int two = FreePort.find();
        try (ConfigurableApplicationContext first = start(one, folder.resolve("one"))) {
            try (ConfigurableApplicationContext second = start(two, folder.resolve("two"))) {
                buy(1, 30);
                awaitBought(one, 30);
                awaitBought(two, 30);
                assertThat(share(one)).isStrictlyBetween(0, 30);
                assertThat(share(two)).isEqualTo(30 - share(one));
                answersAdminsOnly(two);
                assertThat(second.isRunning()).isTrue();
            }
            buy(31, 40);
            awaitBought(one, 40);
            assertThat(first.isRunning()).isTrue();
        }
    }

    private void answersAdminsOnly(int port) throws IOException, InterruptedException {
        String path = "/figures/shelf-turnover";
        assertThat(get(port, path, "", "application/json").statusCode()).isEqualTo(401);
        assertThat(get(port, path, bearer("ben"), "application/json").statusCode())
                .isEqualTo(403);
        assertThat(get(port, "/shares/totals?beginning=", bearer("ben"), "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask(port, "/figures/no-such").statusCode()).isEqualTo(404);
        assertThat(ask(port, path + "?where=colour:red").statusCode()).isEqualTo(400);
        assertThat(ask(port, path + "?day=2026-05-10").statusCode()).isEqualTo(400);
        assertThat(ask(port, path + "?from=2026-05-10&to=2026-05-10").statusCode())
                .isEqualTo(422);
        assertThat(items(ask(port, path + "?where=productId:1005&from=2026-05-10&to=2026-05-11")))
                .hasSize(1);
        assertThat(items(ask(port, path + "?to=2026-05-10"))).isEmpty();

        HttpResponse<String> csv = get(port, path + "?where=productId:1005", bearer("ada"), "text/csv");
        assertThat(csv.body()).isEqualToIgnoringNewLines("""
                day,productId,imported,pieces,netMinor,grossMinor
                2026-05-10,1005,false,4,996,1264
                """);
        assertThat(csv.headers().firstValue("Reporting-Position").orElse("")).contains(PURCHASES + "=0:");
        assertThat(csv.headers().firstValue("Reporting-Lag")).contains("0");
    }

    /** Each purchase is of a product of its own, so that each is a row. */
    private void buy(long from, long to) {
        topics.send(LongStream.rangeClosed(from, to)
                .mapToObj(id -> Fact.of(PURCHASES, MADE, id, 1, of(MADE, id)))
                .toArray(Fact[]::new));
        topics.send(LongStream.rangeClosed(from, to)
                .mapToObj(id -> Fact.of(Posted.TOPIC, POSTED, 12_000 + id, 1, of(POSTED, id)))
                .toArray(Fact[]::new));
    }

    private static String of(String type, long id) {
        return EventSchema.of(type)
                .example()
                .replace("4711", Long.toString(id))
                .replace("1051", Long.toString(1000 + id));
    }

    private void awaitBought(int port, int number) {
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            assertThat(items(ask(port, "/figures/shelf-turnover"))).hasSize(number);
            assertThat(items(ask(port, "/figures/mismatches"))).isEmpty();
            assertThat(json(ask(port, "/position")).required("complete").asBoolean())
                    .isTrue();
        });
    }

    /** How many rows that instance itself keeps. */
    private int share(int port) throws IOException, InterruptedException {
        return json(ask(port, "/shares/totals?beginning=shelf-turnover")).size();
    }

    private HttpResponse<String> ask(int port, String path) throws IOException, InterruptedException {
        return get(port, path, bearer("ada"), "application/json");
    }

    private HttpResponse<String> get(int port, String path, String bearer, String accept)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/reporting%s".formatted(port, path)))
                .header("Accept", accept);
        if (!bearer.isEmpty()) {
            request.header("Authorization", bearer);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode items(HttpResponse<String> answer) {
        return json(answer).required("items");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String bearer(String name) {
        return Tokens.of("subject-of-" + name).repeatedBearer();
    }

    private static Fact member(String name, String example) {
        EventSchema states = EventSchema.of(STATE);
        String id = "0199c0de-0000-7000-8000-%012d".formatted(name.hashCode() & 0xffff);
        String body = (example.isEmpty() ? states.example() : states.example(example))
                .replaceAll("\"memberId\": \"[^\"]+\"", "\"memberId\": \"%s\"".formatted(id))
                .replaceAll("\"subject\": \"[^\"]+\"", "\"subject\": \"subject-of-%s\"".formatted(name));
        return Fact.of(MEMBERS, STATE, id, 1, body);
    }

    private ConfigurableApplicationContext start(int port, Path folder) {
        return new SpringApplicationBuilder(ReportingApplication.class)
                .run(
                        "--spring.main.banner-mode=off",
                        "--logging.structured.format.console=",
                        "--logging.level.root=warn",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--management.server.port=-1",
                        "--KONTOR_KAFKA=" + kafka.bootstrapServers(),
                        "--KONTOR_ISSUER=" + Tokens.issuer(),
                        "--KONTOR_JWKS=" + Tokens.jwksUrl(),
                        "--KONTOR_REPORTING_ADDRESS=localhost:" + port,
                        "--KONTOR_REPORTING_FOLDER=" + folder);
    }
}
