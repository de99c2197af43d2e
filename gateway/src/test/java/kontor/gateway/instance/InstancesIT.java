package kontor.gateway.instance;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Upstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Calls of a service of which the gateway knows two instances. */
@GatewayTest
class InstancesIT {

    private static final int CALLS = 10;
    private static final String READINESS = "/readyz";
    private static final Upstream SECOND = Upstream.start("second");

    /** Comes back at the same port when a test has closed it. */
    private static Upstream first = Upstream.start("first");

    private final Http http;
    private final String path = "/api/v1/orders/" + UUID.randomUUID();

    InstancesIT(@LocalServerPort int port) {
        http = new Http(port);
    }

    @DynamicPropertySource
    static void twoInstances(DynamicPropertyRegistry properties) {
        properties.add("KONTOR_ORDER_URL", () -> first.url() + "," + SECOND.url());
        properties.add("kontor.gateway.instances.pause", () -> "50ms");
    }

    @AfterEach
    void bothWantCallsAgain() {
        both().forEach(instance -> instance.answerStatus(READINESS, 200));
        awaitCallsAt(first, SECOND);
    }

    @Test
    void takeTurns() {
        callAll();

        assertThat(first.seenAt(path)).hasSize(CALLS / 2);
        assertThat(SECOND.seenAt(path)).hasSize(CALLS / 2);
    }

    @Test
    void getTheCallAsItWasSent() {
        String query = "?name=%E2%82%AC%20a+b&empty=";

        http.signedInGet(path + query);
        http.signedInGet(path + query);

        assertThat(both())
                .allSatisfy(instance -> assertThat(instance.seenAt(path))
                        .singleElement()
                        .satisfies(seen -> assertThat(seen.uri()).isEqualTo(path + query)));
    }

    @Test
    void getNoCallsWhileTheirReadinessIsDown() {
        first.answerStatus(READINESS, 503);
        awaitCallsAt(SECOND);

        callAll();

        assertThat(first.seenAt(path)).isEmpty();
        assertThat(SECOND.seenAt(path)).hasSize(CALLS);
    }

    @Test
    void areAllAskedWhenNoneIsReadySoThatTheServiceItselfSaysWhatIsWrong() {
        both().forEach(instance -> {
            instance.answerStatus(READINESS, 503);
            instance.answerStatus(path, 418);
        });
        awaitRounds();

        assertThat(http.signedInGet(path).statusCode()).isEqualTo(418);
    }

    @Test
    void takeAWriteThatAnotherRefusedToConnectFor() {
        int port = first.port();
        first.close();
        try {
            for (int i = 0; i < CALLS; i++) {
                HttpResponse<String> answer = write();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
            assertThat(SECOND.seenAt(path)).hasSize(CALLS);
            assertThat(SECOND.seenAt(path))
                    .allSatisfy(seen -> assertThat(seen.body()).isEqualTo("{\"a\":1}"));
        } finally {
            first = Upstream.startAt("first", port);
        }
    }

    @Test
    void getNoCallThatMayHaveArrivedAtAnother() {
        both().forEach(instance -> instance.answer(path, exchange -> exchange.close()));

        HttpResponse<String> answer = write();

        assertProblem(answer, 502, "unavailable");
        assertThat(first.seenAt(path).size() + SECOND.seenAt(path).size()).isEqualTo(1);
    }

    private static List<Upstream> both() {
        return List.of(first, SECOND);
    }

    private void callAll() {
        IntStream.range(0, CALLS)
                .forEach(_ -> assertThat(http.signedInGet(path).statusCode()).isEqualTo(200));
    }

    private HttpResponse<String> write() {
        return http.send(http.signedInTo(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":1}")));
    }

    /** Until exactly these answer. */
    private void awaitCallsAt(Upstream... expected) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            String probe = "/api/v1/orders/" + UUID.randomUUID();
            IntStream.range(0, both().size()).forEach(_ -> http.signedInGet(probe));
            return both().stream()
                    .filter(instance -> !instance.seenAt(probe).isEmpty())
                    .toList()
                    .equals(List.of(expected));
        });
    }

    /** Until each was asked for its readiness twice more. */
    private void awaitRounds() {
        List<Integer> before = both().stream()
                .map(instance -> instance.seenAt(READINESS).size())
                .toList();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> IntStream.range(0, both().size())
                        .allMatch(i -> both().get(i).seenAt(READINESS).size() > before.get(i) + 1));
    }
}
