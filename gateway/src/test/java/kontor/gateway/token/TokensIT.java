package kontor.gateway.token;

import static kontor.gateway.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.gateway.testing.GatewayTest;
import kontor.gateway.testing.Http;
import kontor.gateway.testing.RawHttp;
import kontor.gateway.testing.Shop;
import kontor.testkit.BadTokens;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class TokensIT {

    private final int port;
    private final Http http;

    TokensIT(@LocalServerPort int port) {
        this.port = port;
        this.http = new Http(port);
    }

    static Stream<Arguments> bad() {
        return BadTokens.of(UUID.randomUUID().toString()).entrySet().stream()
                .map(token -> Arguments.of(token.getKey(), token.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refusesABadTokenWhereverItIsSent(String fault, String token) {
        String own = "/api/v1/accounts/" + UUID.randomUUID();

        for (String path : new String[] {own, "/api/v1/products", "/api/v1/nothing", "/problems"}) {
            HttpResponse<String> answer = http.send(http.to(path).header("Authorization", "Bearer " + token));

            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
            assertThat(answer.body()).doesNotContain(token);
        }
        assertThat(Shop.service("ledger").seenAt(own)).isEmpty();
        assertThat(Tokens.baitFetches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic YTpi", "Bearer", "Bearer ", "bearer a b", "Bearer a,b", "Token x", "", "Bearer \"x\""})
    void refusesAnythingElseInTheHeader(String value) {
        assertProblem(http.send(http.to("/api/v1/products").header("Authorization", value)), 401, "unauthenticated");
    }

    @Test
    void takesATokenFromOneHeaderOnly() {
        String token = Tokens.stranger().signed();
        String path = "/api/v1/accounts";

        assertThat(http.send(http.to(path).header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(http.get(path + "?access_token=" + token), 401, "unauthenticated");
        assertProblem(http.send(http.to(path).header("Cookie", "access_token=" + token)), 401, "unauthenticated");
        assertProblem(http.send(http.to(path).header("X-Access-Token", token)), 401, "unauthenticated");
        try (RawHttp connection = new RawHttp(port)) {
            String header = "Authorization: Bearer " + token + "\n";
            RawHttp.Answer answer = connection
                    .lines("GET " + path + " HTTP/1.1\nHost: a\nConnection: close\n" + header + header + "\n")
                    .read();
            assertThat(answer.statuses()).containsExactly(401);
        }
    }

    @Test
    void acceptsTheClientsOfTheShop() {
        for (String client : new String[] {"kontor-web", "kontor-cli", "kontor-kiosk"}) {
            String bearer = Tokens.stranger().client(client).bearer();

            assertThat(http.send(http.to("/api/v1/accounts").header("Authorization", bearer))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void forgivesASkewOfAMinute() {
        Instant now = Instant.now();
        String bearer = Tokens.stranger()
                .claim("iat", Date.from(now.minusSeconds(300)))
                .expiresAt(now.minusSeconds(30))
                .bearer();

        assertThat(http.send(http.to("/api/v1/accounts").header("Authorization", bearer))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void learnsANewKeyAndKeepsTheFormer() {
        Map<String, String> before = Map.of("Authorization", Tokens.stranger().bearer());
        Tokens.rotateKey();
        String after = Tokens.stranger().bearer();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(
                                http.send(http.to("/api/v1/accounts").header("Authorization", after))
                                        .statusCode())
                        .isEqualTo(200));
        assertThat(http.send(http.to("/api/v1/accounts").header("Authorization", before.get("Authorization")))
                        .statusCode())
                .isEqualTo(200);
    }
}
