package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import kontor.testkit.Tokens;
import kontor.testkit.port.FreePort;
import kontor.testkit.trial.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service starts, is ready and writes while broker and Keycloak are away, and goes on when they are back. */
@Timeout(600)
class OutageIT {

    private static final int BACKLOG = 200;

    @Test
    void startsAndWritesWithoutBrokerAndKeycloakAndDrainsWhenTheyAreBack() throws IOException {
        int keyPort = FreePort.find();
        try (Shelf shelf = new Shelf()) {
            shelf.kafka().stop();
            try (ServiceProcess process =
                    shelf.start("kontor.security.jwks=http://127.0.0.1:%d/".formatted(keyPort), "kontor.farewell=5s")) {
                process.awaitReady();
                long jar = shelf.jar();

                assertThat(knock(process)).isEqualTo(503);
                assertThat(process.health("readiness")).isEqualTo(200);
                HttpServer keys = serveKeys(keyPort);
                await().atMost(20, SECONDS).until(() -> knock(process) == 200);
                keys.stop(0);

                for (int i = 0; i < BACKLOG; i++) {
                    assertThat(shelf.fill(process, jar)).isTrue();
                }
                assertThat(process.health("readiness")).isEqualTo(200);
                assertThat(process.health("liveness")).isEqualTo(200);
                assertThat(shelf.outbox()).isEqualTo(BACKLOG);

                shelf.kafka().start();
                await().atMost(60, SECONDS).until(() -> shelf.effects(jar).size() >= BACKLOG);
                assertThat(shelf.effects(jar)).isEqualTo(Shelf.upTo(BACKLOG));
                // A reader can be done with an event before the relay has heard that the broker has it.
                await().atMost(60, SECONDS).until(() -> shelf.outbox() == 0);

                stopsOnlyWhenTheOutboxIsEmpty(shelf, process, jar);
            }
        }
    }

    private static void stopsOnlyWhenTheOutboxIsEmpty(Shelf shelf, ServiceProcess process, long jar) {
        for (int i = 0; i < BACKLOG; i++) {
            assertThat(shelf.fill(process, jar)).isTrue();
        }
        process.signal("TERM");
        servesOnWhileItsReadinessIsDown(shelf, process, jar);
        process.awaitDeath();

        assertThat(shelf.outbox()).isZero();
        assertThat(shelf.versions(jar)).isEqualTo(Shelf.upTo(2 * BACKLOG + 1));
    }

    /** Whoever spreads requests sees it before the first is refused. */
    private static void servesOnWhileItsReadinessIsDown(Shelf shelf, ServiceProcess process, long jar) {
        await().atMost(20, SECONDS).until(() -> process.ask("/readyz", request -> request) == 503);
        assertThat(shelf.fill(process, jar)).isTrue();
    }

    /** The status of what it says to somebody who has a token and whom it does not know. */
    private static int knock(ServiceProcess process) {
        return process.ask(
                "/api/v1/doors/token",
                request -> request.header("Authorization", Tokens.stranger().bearer()));
    }

    /** What the issuer of the tests answers, at an address that can go away. */
    private static HttpServer serveKeys(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] keys;
            try (var issuer = URI.create(Tokens.jwksUrl()).toURL().openStream()) {
                keys = issuer.readAllBytes();
            }
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }
}
