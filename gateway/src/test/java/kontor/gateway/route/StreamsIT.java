package kontor.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes on and on passes as it comes, and ends at both sides when one of them ends it. */
@GatewayTest
class StreamsIT {

    private static final String PATH = "/api/v1/chat/stream";
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Http http;

    StreamsIT(@LocalServerPort int port) {
        http = new Http(port);
    }

    @Test
    void anEventPassesBeforeThereIsANextOne() throws Exception {
        CountDownLatch isRead = new CountDownLatch(1);
        Shop.service("chat").answer(PATH, exchange -> {
            begin(exchange);
            write(exchange, "id: 815\ndata: one\n\n");
            if (isOver(isRead)) {
                write(exchange, "id: 816\ndata: two\n\n");
            }
        });

        try (BufferedReader lines = opened(http.signedInTo(PATH).header("Last-Event-ID", "814"))) {
            assertThat(lines.readLine()).isEqualTo("id: 815");
            assertThat(lines.readLine()).isEqualTo("data: one");
            isRead.countDown();
            assertThat(lines.lines()).containsExactly("", "id: 816", "data: two", "");
        } finally {
            Shop.service("chat").answerStatus(PATH, 200);
        }
        assertThat(Shop.service("chat").seenAt(PATH).getLast().header("Last-Event-ID"))
                .containsExactly("814");
    }

    @Test
    void whoLeavesIsNotWrittenToAnyLonger() throws Exception {
        CountDownLatch isGone = new CountDownLatch(1);
        Shop.service("chat").answer(PATH, exchange -> {
            begin(exchange);
            try {
                while (isGone.getCount() > 0) {
                    write(exchange, ": still here\n\n");
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } catch (IOException cut) {
                isGone.countDown();
            }
        });

        try (BufferedReader lines = opened(http.signedInTo(PATH))) {
            assertThat(lines.readLine()).isEqualTo(": still here");
        } finally {
            Shop.service("chat").answerStatus(PATH, 200);
        }

        assertThat(isOver(isGone)).isTrue();
    }

    private static BufferedReader opened(HttpRequest.Builder request) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void write(HttpExchange exchange, String event) throws IOException {
        exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
