package kontor.gateway.breaker;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import kontor.gateway.testing.Upstream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Each test breaks another service, so that none meets the open breaker of another. */
@GatewayTest
@TestPropertySource(
        properties = {
            "kontor.gateway.breaker.time-limit=500ms",
            "kontor.gateway.breaker.slow=300ms",
            "kontor.gateway.breaker.open-for=1s",
            "kontor.gateway.breaker.probes=2",
            "kontor.gateway.breaker.concurrent-max=8",
        })
class BreakerIT {

    private static final int DEAD_PORT = freePort();

    private final Http http;

    BreakerIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    @DynamicPropertySource
    static void aServiceThatIsGone(DynamicPropertyRegistry properties) {
        properties.add("KONTOR_IDENTITY_URL", () -> "http://127.0.0.1:" + DEAD_PORT);
    }

    @Test
    void opensOnFailuresAndClosesAgain() {
        String path = "/api/v1/tickets/" + UUID.randomUUID();
        Upstream service = Shop.service("support");
        service.answerStatus(path, 500);
        for (int i = 0; i < 5; i++) {
            assertThat(http.signedInGet(path).statusCode()).isEqualTo(500);
        }

        HttpResponse<String> refused = http.signedInGet(path);

        assertProblem(refused, 503, "unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(service.seenAt(path)).hasSize(5);
        assertThat(http.signedInGet("/api/v1/accounts").statusCode()).isEqualTo(200);

        service.answerStatus(path, 200);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(http.signedInGet(path).statusCode()).isEqualTo(200));
        IntStream.range(0, 20)
                .forEach(_ -> assertThat(http.signedInGet(path).statusCode()).isEqualTo(200));
    }

    @Test
    void doesNotMindTheCallersFaults() {
        String path = "/api/v1/finance/activity/" + UUID.randomUUID();
        Shop.service("ledger").answerStatus(path, 422);

        for (int i = 0; i < 20; i++) {
            assertThat(http.signedInGet(path).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void doesNotMindAServiceThatRefusesOneFunctionByItself() {
        String path = "/api/v1/receivables/" + UUID.randomUUID();
        Shop.service("ledger").answer(path, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            Upstream.send(exchange, 503, "{}");
        });

        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = http.signedInGet(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        }
        assertThat(http.signedInGet("/api/v1/deposits").statusCode()).isEqualTo(200);
    }

    @Test
    void endsAWaitForASilentServiceAndSendsAWriteOnce() throws Exception {
        String path = "/api/v1/orders/" + UUID.randomUUID();
        CountDownLatch silence = new CountDownLatch(1);
        Upstream service = Shop.service("order");
        service.answer(path, exchange -> {
            try {
                silence.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            Upstream.send(exchange, 201, "{}");
        });

        HttpResponse<String> answer = http.send(http.signedInTo(path).POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, 504, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(service.seenAt(path)).hasSize(1);

        for (int i = 0; i < 4; i++) {
            http.signedInGet(path);
        }
        assertProblem(http.signedInGet("/api/v1/ratings/1"), 503, "unavailable");
        silence.countDown();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(http.signedInGet(path).statusCode()).isEqualTo(201));
    }

    @Test
    void waitsAsLongAsTheCallerPrefers() {
        String path = "/api/v1/stocktakings/" + UUID.randomUUID();
        Shop.service("ledger").answer(path, exchange -> {
            pause(Duration.ofMillis(900));
            Upstream.send(exchange, 200, "{}");
        });

        for (int i = 0; i < 6; i++) {
            assertThat(http.send(http.signedInTo(path).header("Prefer", "wait=2"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void namesAConnectionThatBrokeInDoubtAndRepeatsNothing() {
        String path = "/api/v1/invoices/" + UUID.randomUUID();
        Upstream service = Shop.service("invoice");
        service.answer(path, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[100]);
            exchange.getResponseBody().flush();
            throw new IOException("dies in the middle of its answer");
        });
        String gone = "/api/v1/issuers/" + UUID.randomUUID();
        service.answer(gone, exchange -> {
            throw new IOException("dies before it answers");
        });

        HttpResponse<String> answer = http.send(http.signedInTo(gone).POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, 502, "unavailable");
        assertThat(service.seenAt(gone)).hasSize(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> http.signedInGet(path))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(service.seenAt(path)).hasSize(1);
    }

    @Test
    void answersAtOnceForAServiceThatIsGoneAndFindsItAgain() {
        HttpResponse<String> gone = http.get("/api/v1/maintenance");

        assertProblem(gone, 503, "unavailable");
        assertThat(gone.headers().firstValue("Retry-After")).isPresent();
        for (int i = 0; i < 10; i++) {
            assertThat(http.get("/api/v1/maintenance").statusCode()).isEqualTo(503);
        }
        try (Upstream _ = Upstream.startAt("identity", DEAD_PORT)) {
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(http.get("/api/v1/maintenance").statusCode())
                                    .isEqualTo(200));
        }
    }

    @Test
    void shedsWhatOneServiceCannotTakeAtOnceAndServesTheOthers() throws Exception {
        String path = "/api/v1/conversations/" + UUID.randomUUID();
        CountDownLatch busy = new CountDownLatch(8);
        CountDownLatch done = new CountDownLatch(1);
        Shop.service("chat").answer(path, exchange -> {
            busy.countDown();
            try {
                done.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            Upstream.send(exchange, 200, "{}");
        });
        var calls = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.startVirtualThread(
                        () -> http.send(http.signedInTo(path).header("Prefer", "wait=5"))))
                .toList();
        assertThat(busy.await(5, TimeUnit.SECONDS)).isTrue();

        assertProblem(http.signedInGet(path), 503, "unavailable");
        assertThat(http.signedInGet("/api/v1/accounts").statusCode()).isEqualTo(200);

        done.countDown();
        for (Thread call : calls) {
            call.join();
        }
        Shop.service("chat").answerStatus(path, 200);
        assertThat(http.signedInGet(path).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAStreamLastBeyondTheTimeLimit() {
        String path = "/api/v1/products/" + UUID.randomUUID();
        Shop.service("catalog").answer(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 5; i++) {
                exchange.getResponseBody()
                        .write("data: %d\n\n".formatted(i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                pause(Duration.ofMillis(250));
            }
        });

        HttpResponse<String> answer = http.get(path);
        Shop.service("catalog").answerStatus(path, 200);

        assertThat(answer.body()).contains("data: 0").contains("data: 4");
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
