package kontor.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.RawHttp;
import kontor.gateway.testing.Shop;
import kontor.gateway.testing.Upstream;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each head is followed by a second request. Nobody may ever see it as one. */
@GatewayTest
class AmbiguousHttpIT {

    private final String smuggledPath = "/api/v1/products/" + UUID.randomUUID();
    private final String smuggled = "GET " + smuggledPath + " HTTP/1.1\r\nHost: a\r\n\r\n";

    private final int port;

    AmbiguousHttpIT(@LocalServerPort int port) {
        this.port = port;
    }

    static Stream<Arguments> ambiguous() {
        String post = "POST /api/v1/members HTTP/1.1\r\nHost: a\r\n";
        String get = "GET /api/v1/products HTTP/1.1\r\n";
        return Stream.of(
                Arguments.of(
                        "length and chunks", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("two lengths", post + "Content-Length: 0\r\nContent-Length: 60\r\n\r\n"),
                Arguments.of("two equal lengths", post + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a list of lengths", post + "Content-Length: 0, 60\r\n\r\n"),
                Arguments.of("a signed length", post + "Content-Length: +0\r\n\r\n"),
                Arguments.of("a negative length", post + "Content-Length: -1\r\n\r\n"),
                Arguments.of("a length in hex", post + "Content-Length: 0x0\r\n\r\n"),
                Arguments.of("an unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("two codings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(
                        "codings in two headers",
                        post + "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("a coding before colon and blank", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("bare line feeds", "GET /api/v1/products HTTP/1.1\nHost: a\n\n"),
                Arguments.of("one bare line feed", get + "Host: a\nX: y\r\n\r\n"),
                Arguments.of("a bare carriage return", get + "Host: a\r\nX: y\rContent-Length: 60\r\n\r\n"),
                Arguments.of("two hosts", get + "Host: a\r\nHost: b\r\n\r\n"),
                Arguments.of("no host", get + "\r\n"),
                Arguments.of("a full address", "GET http://b/api/v1/products HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("no address", "GET  HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a star", "GET * HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("an unknown version", "GET /api/v1/products HTTP/1.9\r\nHost: a\r\n\r\n"),
                Arguments.of("version 2 in text", "GET /api/v1/products HTTP/2.0\r\nHost: a\r\n\r\n"),
                Arguments.of("a NUL in a header", get + "Host: a\r\nX: a\0b\r\n\r\n"),
                Arguments.of("a header without name", get + "Host: a\r\n: b\r\n\r\n"),
                Arguments.of(
                        "a coding with HTTP/1.0",
                        "POST /api/v1/members HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void isRefusedAndTheConnectionClosed(String fault, String head) {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer answer = connection.exactly(head + smuggled).read();

            assertThat(answer.statuses()).as(fault + answer.text()).containsExactly(400);
            assertThat(answer.closed()).isTrue();
            assertThat(answer.text())
                    .contains("application/problem+json", "/problems/malformed-request", "X-Correlation-Id")
                    .doesNotContainIgnoringCase("netty")
                    .doesNotContain("Exception");
        }
        assertThat(Shop.service("catalog").seenAt(smuggledPath)).isEmpty();
        assertThat(new Http(port).get("/api/v1/products").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesThoseAloneWhoComeAfterwardsOnThePooledConnection() {
        String path = "/api/v1/products/" + UUID.randomUUID();
        try (RawHttp connection = new RawHttp(port)) {
            String chunked =
                    "POST /api/v1/members HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
            RawHttp.Answer answer = connection
                    .exactly(chunked + "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n")
                    .readAnswers(2);

            assertThat(answer.statuses()).containsExactly(200, 200);
        }
        assertThat(Shop.service("catalog").seenAt(path)).hasSize(1);
    }

    @Test
    void answersInOrderWhenOneOfSeveralPipelinedRequestsIsBroken() {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer answer = connection
                    .exactly("GET /api/v1/products HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "GET /api/v1/products HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + smuggled)
                    .read();

            assertThat(answer.statuses()).containsExactly(200, 400);
            assertThat(answer.closed()).isTrue();
        }
    }

    /** A fast client sends its next request before the server has finished with the answer it just read. */
    @Test
    void answersEveryRequestOfAClientThatNeverWaits() {
        Http client = new Http(port);
        for (int i = 0; i < 100; i++) {
            assertThat(client.get("/api/v1/products").statusCode()).isEqualTo(200);
            assertThat(client.send(client.to("/api/v1/members").POST(BodyPublishers.ofString("{}")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void takesARequestThatIsSentAheadOfItsTurn() {
        try (RawHttp connection = new RawHttp(port)) {
            RawHttp.Answer answer = connection
                    .exactly("GET /api/v1/products HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "POST /api/v1/members HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}")
                    .readAnswers(2);

            assertThat(answer.statuses()).containsExactly(200, 200);
        }
    }

    /** Answered by the gateway itself, so at once; a client that is fast enough looks like one that pipelines. */
    @Test
    void goesOnReadingAfterRequestsThatCameAheadOfTheirTurn() {
        String request = "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n";
        try (RawHttp connection = new RawHttp(port)) {
            for (int i = 0; i < 20; i++) {
                assertThat(connection.exactly(request.repeat(3)).readAnswers(3).statuses())
                        .containsExactly(404, 404, 404);
                assertThat(connection.exactly(request).readAnswers(1).statuses())
                        .containsExactly(404);
            }
        }
    }

    /** Larger than what is read ahead of its turn: the rest waits at the client, and nothing is cut off. */
    @Test
    void takesAFileThatIsSentAheadOfItsTurn() {
        String file = "x".repeat(1_000_000);
        try (Late late = Late.atTheCatalog();
                RawHttp connection = new RawHttp(port)) {
            connection.exactly(late.request() + uploadOf(file.length())).exactly(file);
            assertThat(connection.read(Duration.ofMillis(200)).text()).isEmpty();
            late.isDue();

            assertThat(connection.readAnswers(2).statuses()).containsExactly(200, 200);
        }
        assertThat(Shop.service("catalog").seenAt("/api/v1/uploads"))
                .anyMatch(one -> one.body().equals(file));
    }

    /** So much fits into no buffer between the two, so whoever can send all of it was read too far. */
    @Test
    void doesNotHoardBodiesThatAreSentAheadOfTheirTurn() {
        String flood = "x".repeat(64_000_000);
        try (Late late = Late.atTheCatalog();
                RawHttp connection = new RawHttp(port)) {
            connection.exactly(late.request() + uploadOf(flood.length()));
            CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(() -> connection.takes(flood));

            assertThat(connection.read(Duration.ofSeconds(2))).isEqualTo(new RawHttp.Answer("", false));
            assertThat(sent).isNotDone();
        }
    }

    /** A request that is answered when it is due, or at the latest when this is closed. */
    private record Late(String request, CountDownLatch answer) implements AutoCloseable {

        static Late atTheCatalog() {
            String path = "/api/v1/vat-rates/" + UUID.randomUUID();
            CountDownLatch answer = new CountDownLatch(1);
            Shop.service("catalog").answer(path, exchange -> {
                try {
                    answer.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                Upstream.send(exchange, 200, "{}");
            });
            return new Late("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n", answer);
        }

        void isDue() {
            answer.countDown();
        }

        @Override
        public void close() {
            isDue();
        }
    }

    private static String uploadOf(int length) {
        return "POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + Tokens.stranger().repeatedBearer() + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
