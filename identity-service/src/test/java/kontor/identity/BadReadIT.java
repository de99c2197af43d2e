package kontor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Paths, parameters, cursors and verbs that nothing takes. */
@IdentityTest
class BadReadIT {

    private final Shop shop;

    BadReadIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
    }

    @ParameterizedTest
    @CsvSource({
        "/members?limit=0, 400, invalid-field",
        "/members?limit=101, 400, invalid-field",
        "/members?limit=, 400, invalid-field",
        "/members?surprise=1, 400, unknown-parameter",
        "/members?sort=email, 400, unknown-parameter",
        "/members?cursor=abc, 400, invalid-cursor",
        "/members?rankId=x, 400, invalid-field",
        "/members?verified=maybe, 400, invalid-field",
        "/members?active=1, 400, invalid-field",
        "/members?admin=true&admin=false, 400, invalid-field",
        "/members?name=, 400, invalid-field",
        "/members/nobody, 400, invalid-field",
        "/members/1-1-1-1-1, 400, invalid-field",
        "/members/00000000-0000-0000-0000-000000000000, 404, not-found",
        "/members/me/nothing, 404, not-found",
        "/members/me?x=1, 400, unknown-parameter",
        "/ranks?sort=active, 400, unknown-parameter",
        "/ranks/-1, 404, not-found",
        "/ranks/x, 400, invalid-field",
        "/ranks/99999999999999999999, 400, invalid-field",
        "/customers?city=, 400, invalid-field",
        "/customers?sort=city, 400, unknown-parameter",
        "/customers/0, 404, not-found",
        "/customers/1.0, 400, invalid-field",
        "/customers/0/sites, 404, not-found",
        "/customers/0/sites/x, 400, invalid-field",
        "/customers/same-city?name=x, 400, unknown-parameter",
        "/maintenance?on=true, 400, unknown-parameter",
        "/audit/identity?limit=x, 400, invalid-field",
        "/nothing, 404, not-found",
    })
    void refusesBadReads(String path, int status, String code) {
        Answer answer = shop.get(path, shop.admin());

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE /ranks/1", "PUT /members", "POST /maintenance", "PATCH /members/me/history"})
    void refusesOtherVerbs(String call) {
        String[] parts = call.split(" ", 2);

        Answer answer =
                shop.call(HttpMethod.valueOf(parts[0]), parts[1], shop.admin().bearer(), "{}", Map.of());

        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void refusesACursorOfAnotherCallerOrOtherFilters() {
        Person other = shop.newAdmin();
        String next =
                shop.get("/members?limit=1", shop.admin()).body().path("next").asString();

        assertThat(shop.get("/members?limit=1&cursor=" + next, other).code()).isEqualTo("invalid-cursor");
        assertThat(shop.get("/members?limit=1&admin=true&cursor=" + next, shop.admin())
                        .code())
                .isEqualTo("invalid-cursor");
        assertThat(shop.get("/members?limit=1&cursor=" + next, shop.admin()).status())
                .isEqualTo(200);
    }

    @Test
    void namesAllFaultsTogether() {
        Answer answer = shop.post("/members", null, """
            {"firstName":5,"lastName":" ","email":"a","login":"a b","password":"short","verified":true}\
            """);

        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/firstName", "/lastName", "/email", "/login", "/password", "/verified");
    }
}
