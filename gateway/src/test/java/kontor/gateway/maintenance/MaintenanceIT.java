package kontor.gateway.maintenance;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "kontor.gateway.maintenance.reopen-pause=200ms")
class MaintenanceIT {

    private static final KafkaServer BROKER = KafkaServer.shared();
    private static final TopicWriter TOPICS = new TopicWriter(BROKER);

    private static int switches;

    private final Http http;
    private final Http management;
    private final Maintenance maintenance;

    MaintenanceIT(@LocalServerPort int port, @LocalManagementPort int managementPort, Maintenance maintenance) {
        this.http = new Http(port);
        this.management = new Http(managementPort);
        this.maintenance = maintenance;
        await().atMost(Duration.ofSeconds(60)).until(maintenance::isCurrent);
    }

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry properties) {
        properties.add("KONTOR_KAFKA", BROKER::bootstrapServers);
    }

    @AfterEach
    void openTheShop() {
        switchTo(false);
    }

    @Test
    void servesEverybodyWhileItIsOff() {
        assertThat(http.get("/api/v1/products").statusCode()).isEqualTo(200);
        assertThat(http.signedInGet("/api/v1/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhateverIsNotAnAdmins() {
        switchTo(true);

        for (String path : new String[] {"/api/v1/products", "/api/v1/accounts", "/nothing", "/", "/problems"}) {
            HttpResponse<String> anonymous = http.get(path);
            assertProblem(anonymous, 503, "maintenance");
            assertThat(anonymous.headers().firstValue("Retry-After")).isPresent();
            assertThat(anonymous.body()).contains("Stock count until 18:00.");
            assertProblem(http.signedInGet(path), 503, "maintenance");
        }
    }

    @Test
    void tellsEverybodyThatItIsOnAndLetsNobodyElseSwitchIt() {
        switchTo(true);

        assertThat(http.get("/api/v1/maintenance").statusCode()).isEqualTo(200);
        assertProblem(
                http.send(http.signedInTo("/api/v1/maintenance").PUT(BodyPublishers.ofString("{}"))),
                503,
                "maintenance");
        assertProblem(http.get("/api/v1/maintenance/x"), 503, "maintenance");
    }

    @Test
    void staysHealthy() {
        switchTo(true);

        assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void stillRefusesABadToken() {
        switchTo(true);

        assertProblem(
                http.send(http.to("/api/v1/products").header("Authorization", "Bearer x")), 401, "unauthenticated");
    }

    @Test
    void letsAdminsPassAslongAsTheyAreAdmins() {
        String member = UUID.randomUUID().toString();
        String subject = UUID.randomUUID().toString();
        state(member, 1, subject, true, true);
        switchTo(true);
        await().untilAsserted(
                        () -> assertThat(statusFor(subject, "/api/v1/accounts")).isEqualTo(200));
        assertThat(statusFor(subject, "/nothing")).isEqualTo(404);

        state(member, 2, subject, true, false);
        await().untilAsserted(
                        () -> assertThat(statusFor(subject, "/api/v1/accounts")).isEqualTo(503));
        state(member, 3, subject, true, true);
        await().untilAsserted(
                        () -> assertThat(statusFor(subject, "/api/v1/accounts")).isEqualTo(200));
        state(member, 4, subject, false, true);
        await().untilAsserted(
                        () -> assertThat(statusFor(subject, "/api/v1/accounts")).isEqualTo(503));
    }

    @Test
    void forgetsADeletedAdmin() {
        String member = UUID.randomUUID().toString();
        String subject = UUID.randomUUID().toString();
        state(member, 1, subject, true, true);
        await().until(() -> maintenance.isAdmin(subject));

        TOPICS.send(Fact.of(IdentityNews.MEMBERS, "kontor.identity.members-state.v1", member, 2, "{}")
                .body(null));

        await().until(() -> !maintenance.isAdmin(subject));
    }

    @Test
    void readsOnBehindARecordThatCannotBeRead() {
        TOPICS.send(
                Fact.of(IdentityNews.PLATFORM, "kontor.identity.maintenance-switched.v1", "platform", ++switches, "{"));

        switchTo(true);

        assertProblem(http.get("/api/v1/products"), 503, "maintenance");
    }

    private int statusFor(String subject, String path) {
        return http.send(
                        http.to(path).header("Authorization", Tokens.of(subject).bearer()))
                .statusCode();
    }

    private void switchTo(boolean on) {
        TOPICS.send(Fact.of(
                IdentityNews.PLATFORM, "kontor.identity.maintenance-switched.v1", "platform", ++switches, """
                {"on": %s, "message": "Stock count until 18:00.", "adminId": "%s", "at": "2026-06-04T15:00:00Z"}
                """.formatted(
                                on, UUID.randomUUID())));
        await().until(() -> maintenance.mode().on() == on);
    }

    private static void state(String member, int version, String subject, boolean admin, boolean active) {
        TOPICS.send(Fact.of(IdentityNews.MEMBERS, "kontor.identity.members-state.v1", member, version, """
                {"memberId": "%s", "displayName": "Ada", "verified": true, "active": %s, "admin": %s, "subject": "%s"}
                """.formatted(
                        member, active, admin, subject)));
    }
}
