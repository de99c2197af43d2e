package kontor.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import kontor.identity.FakeKeycloak;
import kontor.identity.FakeKeycloak.Mood;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class LogInIT {

    private final Shop shop;
    private final FakeKeycloak keycloak;

    LogInIT(RestTestClient http, TestDatabase database, FakeKeycloak keycloak) {
        shop = Shop.founded(http, database);
        this.keycloak = keycloak;
    }

    @AfterEach
    void keycloakIsWell() {
        keycloak.is(Mood.WELL);
    }

    @Test
    void isGivenWithAPasswordForOneUse() {
        UUID member = shop.withoutLogIn();
        String login = "g" + member.toString().substring(24);

        Answer given = shop.post("/members/" + member + "/log-in", shop.admin(), "{\"login\":\"%s\"}".formatted(login));

        assertThat(given.status()).isEqualTo(202);
        assertThat(given.body().get("userName").asString()).isEqualTo(login);
        JsonNode user = keycloak.named(login).orElseThrow();
        assertThat(user.get("enabled").asBoolean()).isTrue();
        assertThat(user.at("/credentials/0/temporary").asBoolean()).isTrue();
        assertThat(user.at("/credentials/0/value")).isEqualTo(given.body().get("oneTimePassword"));
        JsonNode now = shop.get("/members/" + member, shop.admin()).body();
        assertThat(now.get("hasLogIn").asBoolean()).isTrue();
        assertThat(shop.post("/members/" + member + "/log-in", shop.admin(), "{}")
                        .code())
                .isEqualTo("already-in-state");
    }

    @Test
    void doesNotTellThePasswordTwice() {
        UUID member = shop.withoutLogIn();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"login\":\"h%s\"}".formatted(member.toString().substring(24));

        Answer first = shop.call(
                HttpMethod.POST, "/members/" + member + "/log-in", shop.admin().bearer(), body, key);
        Answer again = shop.call(
                HttpMethod.POST, "/members/" + member + "/log-in", shop.admin().bearer(), body, key);

        assertThat(first.body().get("oneTimePassword").asString()).hasSize(20);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().get("oneTimePassword").isNull()).isTrue();
    }

    @Test
    void needsANameAndKeycloak() {
        UUID member = shop.withoutLogIn();
        String path = "/members/" + member + "/log-in";

        assertThat(shop.post(path, shop.admin(), "{}").code()).isEqualTo("invalid-field");
        keycloak.is(Mood.AWAY);
        assertThat(shop.post(path, shop.admin(), "{\"email\":\"%s@example.org\"}".formatted(member))
                        .code())
                .isEqualTo("unavailable");
        assertThat(shop.get("/members/" + member, shop.admin())
                        .body()
                        .get("hasLogIn")
                        .asBoolean())
                .isFalse();
    }
}
