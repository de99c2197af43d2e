package kontor.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Live streams on their way through the gateway. */
@GatewayTest
class StreamsIT {

    private static final String PATH = "/api/v1/chat/stream";

    /** Fewer than the calls that may be under way at once, which is what a stream is until it begins. */
    private static final int AT_ONCE = 100;

    /** More than those. */
    private static final int MANY = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Http http;

    StreamsIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        tell(exchange, "first");
    }

    private static void tell(HttpExchange exchange, String data) throws IOException {
        exchange.getResponseBody().write("data: %s\n\n".formatted(data).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void pause(CountDownLatch until) {
        try {
            until.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without waiting for streams that are open: a test that failed has left some. */
    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    private CompletableFuture<HttpResponse<InputStream>> open() {
        return client.sendAsync(
                http.signedInTo(PATH).header("Last-Event-ID", "812").build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    @Test
    void passesEachEventOnAsItComes() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        Shop.service("chat").answer(PATH, exchange -> {
            begin(exchange);
            pause(second);
            tell(exchange, "second");
        });
        try (BufferedReader lines = lines(open().get(10, TimeUnit.SECONDS))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            assertThat(lines.readLine()).isEmpty();
            second.countDown();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
        assertThat(Shop.service("chat").seenAt(PATH).getLast().header("Last-Event-ID"))
                .containsExactly("812");
    }

    @Test
    void letsCallsPassBesideManyStreams() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Shop.service("chat").answer(PATH, exchange -> {
            begin(exchange);
            pause(end);
        });
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        while (streams.size() < MANY) {
            List<CompletableFuture<HttpResponse<InputStream>>> some =
                    Stream.generate(this::open).limit(AT_ONCE).toList();
            for (CompletableFuture<HttpResponse<InputStream>> one : some) {
                streams.add(one.get(20, TimeUnit.SECONDS));
            }
        }
        assertThat(streams).extracting(HttpResponse::statusCode).containsOnly(200);

        assertThat(http.signedInGet("/api/v1/conversations").statusCode()).isEqualTo(200);

        end.countDown();
        for (HttpResponse<InputStream> stream : streams) {
            stream.body().close();
        }
    }

    @Test
    void leavesAStreamWithItsReader() throws Exception {
        AtomicBoolean left = new AtomicBoolean();
        Shop.service("chat").answer(PATH, exchange -> {
            try {
                begin(exchange);
                while (true) {
                    tell(exchange, "more");
                }
            } catch (IOException gone) {
                left.set(true);
            }
        });
        open().get(10, TimeUnit.SECONDS).body().close();

        await().atMost(Duration.ofSeconds(10)).untilTrue(left);
    }
}
