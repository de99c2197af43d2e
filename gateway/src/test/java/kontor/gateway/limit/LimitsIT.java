package kontor.gateway.limit;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Addresses come from a header here, so that each test has its own. */
@GatewayTest
@TestPropertySource(
        properties = {
            "kontor.limits.caller.calls=1",
            "kontor.limits.caller.per=1h",
            "kontor.limits.caller.burst=5",
            "kontor.limits.anonymous.calls=1",
            "kontor.limits.anonymous.per=1h",
            "kontor.limits.anonymous.burst=4",
            "kontor.limits.registrations.calls=1",
            "kontor.limits.registrations.per=1h",
            "kontor.limits.registrations.burst=2",
            "kontor.limits.tickets.calls=1",
            "kontor.limits.tickets.per=1h",
            "kontor.limits.tickets.burst=2",
            "kontor.limits.messages.calls=1",
            "kontor.limits.messages.per=1h",
            "kontor.limits.messages.burst=2",
            "kontor.gateway.proxies.trusted=127.0.0.0/8, 10.0.0.0/8",
        })
class LimitsIT {

    private final Http http;

    LimitsIT(@LocalServerPort int port) {
        this.http = new Http(port);
    }

    private HttpRequest.Builder from(String address, String path) {
        return http.to(path).header("X-Forwarded-For", address);
    }

    @Test
    void limitsACallerAndLeavesOthersAlone() {
        String greedy = Tokens.stranger().bearer();
        for (int i = 0; i < 5; i++) {
            assertThat(http.send(http.to("/api/v1/accounts").header("Authorization", greedy))
                            .statusCode())
                    .isEqualTo(200);
        }

        HttpResponse<String> beyond = http.send(http.to("/api/v1/accounts").header("Authorization", greedy));

        assertProblem(beyond, 429, "too-many-requests");
        assertThat(beyond.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(3590L, 3601L);
        assertThat(http.signedInGet("/api/v1/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void countsACallerByTheSubjectOfHisTokens() {
        String subject = java.util.UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            http.send(http.to("/api/v1/accounts")
                    .header("Authorization", Tokens.of(subject).bearer()));
        }

        assertProblem(
                http.send(http.to("/api/v1/accounts")
                        .header("Authorization", Tokens.of(subject).bearer())),
                429,
                "too-many-requests");
    }

    @Test
    void limitsAnAddressWithoutATokenUnknownPathsIncluded() {
        for (int i = 0; i < 4; i++) {
            assertThat(http.send(from("6.0.0.1", "/api/v1/products")).statusCode())
                    .isEqualTo(200);
        }

        assertProblem(http.send(from("6.0.0.1", "/api/v1/products")), 429, "too-many-requests");
        assertProblem(http.send(from("6.0.0.1", "/nothing")), 429, "too-many-requests");
        assertThat(http.send(from("6.0.0.2", "/api/v1/products")).statusCode()).isEqualTo(200);
    }

    @Test
    void slowsDownWhoTriesTokensOut() {
        for (int i = 0; i < 4; i++) {
            assertProblem(
                    http.send(from("6.0.1.1", "/api/v1/accounts").header("Authorization", "Bearer x" + i)),
                    401,
                    "unauthenticated");
        }

        assertProblem(
                http.send(from("6.0.1.1", "/api/v1/accounts").header("Authorization", "Bearer x")),
                429,
                "too-many-requests");
    }

    @Test
    void limitsRegistrationsOfAnAddress() {
        for (int i = 0; i < 2; i++) {
            assertThat(register("6.0.2.1").statusCode()).isEqualTo(200);
        }

        assertProblem(register("6.0.2.1"), 429, "too-many-requests");
        assertThat(register("6.0.2.2").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> register(String address) {
        return http.send(from(address, "/api/v1/members").POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void limitsTheTicketsOfACaller() {
        String bearer = Tokens.stranger().bearer();
        for (int i = 0; i < 2; i++) {
            assertThat(post(bearer, "/api/v1/tickets").statusCode()).isEqualTo(200);
        }

        assertProblem(post(bearer, "/api/v1/tickets"), 429, "too-many-requests");
        assertThat(post(bearer, "/api/v1/tickets/1/human").statusCode()).isEqualTo(200);
        assertThat(post(Tokens.stranger().bearer(), "/api/v1/tickets").statusCode())
                .isEqualTo(200);
    }

    @Test
    void limitsTheMessagesOfACallerInAllConversationsTogether() {
        String bearer = Tokens.stranger().bearer();
        for (int i = 0; i < 2; i++) {
            assertThat(post(bearer, "/api/v1/conversations/%d/messages".formatted(i))
                            .statusCode())
                    .isEqualTo(200);
        }

        assertProblem(post(bearer, "/api/v1/conversations/2/messages"), 429, "too-many-requests");
        assertThat(post(bearer, "/api/v1/conversations").statusCode()).isEqualTo(200);
        assertThat(post(Tokens.stranger().bearer(), "/api/v1/conversations/2/messages")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> post(String bearer, String path) {
        return http.send(http.to(path).header("Authorization", bearer).POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void believesTheNearestProxyOnly() {
        for (int i = 0; i < 4; i++) {
            String madeUp = "7.7.7." + i;
            http.send(from(madeUp + ", 6.0.3.1, 10.1.1.1", "/api/v1/products"));
        }

        assertProblem(http.send(from("7.7.7.9, 6.0.3.1, 10.1.1.1", "/api/v1/products")), 429, "too-many-requests");
    }

    @Test
    void countsANetworkOfVersionSixAsOne() {
        for (int i = 0; i < 4; i++) {
            http.send(from("2001:db8:0:1::" + i, "/api/v1/products"));
        }

        assertProblem(http.send(from("2001:db8:0:1:ffff::1", "/api/v1/products")), 429, "too-many-requests");
        assertThat(http.send(from("2001:db8:0:2::1", "/api/v1/products")).statusCode())
                .isEqualTo(200);
    }
}
