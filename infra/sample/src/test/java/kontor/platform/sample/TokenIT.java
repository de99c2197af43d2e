package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.testkit.BadTokens;
import kontor.testkit.KontorTest;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A bad token is 401 anywhere, also where none is needed. */
@KontorTest(service = "sample")
class TokenIT {

    private final RestTestClient http;

    TokenIT(RestTestClient http) {
        this.http = http;
    }

    static List<Map.Entry<String, String>> badTokens() {
        return List.copyOf(BadTokens.of(UUID.randomUUID().toString()).entrySet());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesABadToken(Map.Entry<String, String> token) {
        for (String door : List.of("token", "anyone")) {
            assertRefused(door, "Bearer " + token.getValue());
        }
        assertThat(Tokens.baitFetches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "token"})
    void refusesAnythingButABearerToken(String authorization) {
        assertRefused("token", authorization);
    }

    @Test
    void takesNoTokenFromAnAddress() {
        http.get()
                .uri("/api/v1/doors/token?access_token=" + Tokens.stranger().signed())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void takesATokenAgainUntilItEnds() {
        String good = Tokens.stranger().bearer();

        for (int i = 0; i < 3; i++) {
            assertThat(status("token", good)).isEqualTo(200);
        }
    }

    private void assertRefused(String door, String authorization) {
        http.get()
                .uri("/api/v1/doors/" + door)
                .header("Authorization", authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unauthenticated");
    }

    private int status(String door, String authorization) {
        return http.get()
                .uri("/api/v1/doors/" + door)
                .header("Authorization", authorization)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
