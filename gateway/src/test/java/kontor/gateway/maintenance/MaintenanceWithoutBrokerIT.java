package kontor.gateway.maintenance;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.Shop;
import kontor.gateway.testing.Upstream;
import kontor.testkit.KafkaServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The gateway starts while the broker is away and identity says that maintenance is on. */
@GatewayTest
@DirtiesContext // its gateway goes on asking identity
@TestPropertySource(
        properties = {
            "kontor.gateway.maintenance.reopen-pause=100ms",
            "kontor.gateway.maintenance.ask-pause=50ms",
        })
class MaintenanceWithoutBrokerIT {

    private static final KafkaServer BROKER = KafkaServer.startOwn();
    private static final Upstream IDENTITY = Upstream.start("identity");

    static {
        BROKER.stop();
        says(true);
    }

    private final Http http;
    private final Maintenance maintenance;

    MaintenanceWithoutBrokerIT(@LocalServerPort int port, Maintenance maintenance) {
        this.http = new Http(port);
        this.maintenance = maintenance;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("KONTOR_KAFKA", BROKER::bootstrapServers);
        // Of two instances the first is gone; nobody may listen at port 1.
        properties.add("KONTOR_IDENTITY_URL", () -> "http://127.0.0.1:1," + IDENTITY.url());
    }

    @Test
    void goesByWhatIdentitySaysUntilTheTopicsAreRead() {
        assertProblem(http.get("/api/v1/products"), 503, "maintenance");
        assertThat(http.send(http.signedInTo("/api/v1/maintenance").PUT(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);

        says(false);
        await().untilAsserted(() ->
                assertThat(http.get("/api/v1/products").statusCode()).isEqualTo(200));

        says(true);
        await().untilAsserted(() -> assertProblem(http.get("/api/v1/products"), 503, "maintenance"));

        BROKER.start();
        await().atMost(Duration.ofSeconds(60)).until(maintenance::isCurrent);
        BROKER.close();
        assertThat(Shop.service("identity")).isNotSameAs(IDENTITY);
    }

    private static void says(boolean on) {
        IDENTITY.answer(
                "/api/v1/maintenance",
                exchange -> Upstream.send(exchange, 200, "{\"on\":%s,\"message\":null,\"since\":null}".formatted(on)));
    }
}
