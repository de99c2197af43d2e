package kontor.identity.importing.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.Community;
import kontor.identity.FakeKeycloak;
import kontor.identity.FakeKeycloak.Mood;
import kontor.identity.IdentityTest;
import kontor.identity.Retail;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.testkit.TestDatabase;
import kontor.testkit.trial.Together;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Passwords of another shop, on their way to Keycloak. */
@IdentityTest
class LogInImportIT {

    private static final String PASSWORD = "huti9haj1s";

    private final Shop shop;
    private final Retail retail;
    private final FakeKeycloak keycloak;
    private final TestDatabase database;

    LogInImportIT(RestTestClient http, TestDatabase database, FakeKeycloak keycloak) {
        shop = Shop.founded(http, database);
        retail = new Retail(shop);
        this.keycloak = keycloak;
        this.database = database;
    }

    @AfterEach
    void keycloakIsWell() {
        keycloak.is(Mood.WELL);
    }

    @Test
    void goToKeycloakOnlyAndHaveToBeChanged() {
        String externalId = customer();

        List<JsonNode> results = Community.results(retail.logIns(Retail.logIn(externalId, PASSWORD)));

        assertThat(results.getFirst().get("outcome").asString()).isEqualTo("CREATED");
        JsonNode user = keycloak.named("l" + externalId).orElseThrow();
        assertThat(user.get("enabled").asBoolean()).isTrue();
        assertThat(user.at("/credentials/0/value").asString()).isEqualTo(PASSWORD);
        assertThat(user.at("/credentials/0/temporary").asBoolean()).isTrue();
        assertThat(keycloak.calls()).noneMatch(call -> call.contains("execute-actions-email"));
        assertThat(member(externalId).get("hasLogIn").asBoolean()).isTrue();
        assertThat(kept()).doesNotContain(PASSWORD);
    }

    /** Everything that the service has written down. */
    private String kept() {
        return database.asOwner()
                .sql("select string_agg(cast(r as text), ' ') from (select body as r from reply union all "
                        + "select payload from outbox union all select cast(a as text) from audit a union all "
                        + "select cast(m as text) from member m) all_of_it")
                .query((row, n) -> row.getString(1))
                .single();
    }

    @Test
    void leaveWhoCanLogInAsHeIs() {
        String externalId = customer();
        Community.results(retail.logIns(Retail.logIn(externalId, PASSWORD)));

        List<JsonNode> again = Community.results(retail.logIns(Retail.logIn(externalId, "another one")));

        assertThat(again.getFirst().get("outcome").asString()).isEqualTo("UNCHANGED");
        assertThat(keycloak.named("l" + externalId)
                        .orElseThrow()
                        .at("/credentials/0/value")
                        .asString())
                .isEqualTo(PASSWORD);
    }

    @Test
    void areGivenOnceByEqualRequests() {
        String externalId = customer();
        String body = Retail.request("logIns", Retail.logIn(externalId, PASSWORD));
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> together =
                Together.all(Collections.nCopies(3, () -> retail.logIns(Retail.logIn(externalId, PASSWORD))));
        Answer first =
                shop.call(HttpMethod.POST, "/imports/log-ins", shop.admin().bearer(), body, key);
        Answer again = shop.call(
                HttpMethod.POST,
                "/imports/log-ins",
                shop.admin().bearer(),
                body.replace(PASSWORD, "changed since"),
                key);

        assertThat(together.stream()
                        .map(answer -> Community.results(answer)
                                .getFirst()
                                .get("outcome")
                                .asString()))
                .containsExactlyInAnyOrder("CREATED", "UNCHANGED", "UNCHANGED");
        // Nothing that is made from a password tells one request from another.
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void areAllOrNone() {
        String good = customer();
        String taken = customer();
        keycloak.plant("{\"username\":\"l%s\",\"enabled\":true}".formatted(taken));

        Answer answer = retail.logIns(Retail.logIn(good, PASSWORD), Retail.logIn(taken, PASSWORD));

        assertThat(answer.code()).isEqualTo("duplicate");
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/logIns/1/externalId");
        assertThat(member(good).get("hasLogIn").asBoolean()).isFalse();
        assertThat(keycloak.named("l" + good)).isEmpty();
    }

    @Test
    void needAMemberWhoWasTakenOverAndAnotherWordThanHisName() {
        String externalId = customer();

        refused("unknown-reference", "/logIns/1/externalId", Retail.logIn(Community.externalId(), PASSWORD));
        refused("duplicate", "/logIns/1/externalId", externalId, Retail.logIn(externalId, PASSWORD));
        refused("invalid-field", "/logIns/1/password", Retail.logIn(customer(), "short"));
        String own = customer();
        refused("invalid-field", "/logIns/1/password", Retail.logIn(own, "L" + own));
        String nameless = Community.externalId();
        Community.results(retail.customers(Retail.customer(nameless)
                .replace("\"login\":\"l%s\",".formatted(nameless), "")
                .replace("\"email\":\"%s@example.org\",".formatted(nameless), "")));
        refused("invalid-field", "/logIns/1/externalId", Retail.logIn(nameless, PASSWORD));
    }

    private void refused(String code, String pointer, String second) {
        refused(code, pointer, customer(), second);
    }

    private void refused(String code, String pointer, String first, String second) {
        Answer answer = retail.logIns(Retail.logIn(first, PASSWORD), second);

        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(member(first).get("hasLogIn").asBoolean()).isFalse();
    }

    @Test
    void waitForKeycloak() {
        String externalId = customer();
        keycloak.is(Mood.AWAY);

        Answer answer = retail.logIns(Retail.logIn(externalId, PASSWORD));

        assertThat(answer.code()).isEqualTo("unavailable");
        keycloak.is(Mood.WELL);
        // The breaker asks Keycloak again within seconds.
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> retail.logIns(Retail.logIn(externalId, PASSWORD)).status() == 200);
        assertThat(member(externalId).get("hasLogIn").asBoolean()).isTrue();
    }

    private String customer() {
        String externalId = Community.externalId();
        Community.results(retail.customers(Retail.customer(externalId)));
        return externalId;
    }

    private JsonNode member(String externalId) {
        return shop.get("/members?externalId=retail:" + externalId, shop.admin())
                .body()
                .at("/items/0");
    }
}
