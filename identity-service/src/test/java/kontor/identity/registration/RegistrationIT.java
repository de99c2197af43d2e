package kontor.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.FakeKeycloak;
import kontor.identity.FakeKeycloak.Mood;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@IdentityTest
class RegistrationIT {

    private static final String PASSWORD = "correct horse battery";

    private final Shop shop;
    private final FakeKeycloak keycloak;
    private final TestDatabase database;

    RegistrationIT(RestTestClient http, TestDatabase database, FakeKeycloak keycloak) {
        shop = Shop.founded(http, database);
        this.keycloak = keycloak;
        this.database = database;
    }

    @AfterEach
    void keycloakIsWell() {
        keycloak.is(Mood.WELL);
    }

    @Test
    void givesALogInThatWorksOnceItIsAnswered() {
        String login = login();

        Answer answer = register(login, PASSWORD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("hasLogIn").asBoolean()).isTrue();
        assertThat(answer.body().get("status").asString()).isEqualTo("REGISTERED");
        JsonNode user = keycloak.named(login).orElseThrow();
        assertThat(user.get("enabled").asBoolean()).isTrue();
        assertThat(user.at("/attributes/kontor_member/0").asString())
                .isEqualTo(answer.body().get("id").asString());
        assertThat(user.get("attributes").has("kontor_pending")).isFalse();
        Person me = Shop.person(Shop.id(answer), answer.body().get("subject").asString());
        assertThat(shop.get("/members/me", me).status()).isEqualTo(200);
    }

    @Test
    void needsNoKeycloakWithoutAPassword() {
        keycloak.is(Mood.AWAY);

        Answer answer = shop.post("/members", null, "{\"lastName\":\"Kiosk\",\"login\":\"%s\"}".formatted(login()));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("hasLogIn").asBoolean()).isFalse();
        assertThat(answer.location())
                .isEqualTo("/api/v1/members/" + answer.body().get("id").asString());
    }

    @Test
    void isUnavailableWithAPasswordWhileKeycloakIsAway() {
        String login = login();
        keycloak.is(Mood.AWAY);

        Answer refused = register(login, PASSWORD);

        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(membersNamed(login)).isZero();
        keycloak.is(Mood.WELL);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(register(login, PASSWORD).status()).isEqualTo(201));
    }

    @Test
    void belongsToOneOfManyWhoWantTheSameLogIn() {
        String login = login();

        List<Answer> answers = Together.all(Collections.nCopies(8, () -> register(login, PASSWORD)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("duplicate"));
        assertThat(membersNamed(login)).isEqualTo(1);
        assertThat(keycloak.named(login).orElseThrow().get("enabled").asBoolean())
                .isTrue();
    }

    @Test
    void givesTheSameAnswerToTheSameKey() {
        String login = login();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = body(login, PASSWORD);

        Answer first = shop.call(HttpMethod.POST, "/members", null, body, key);
        Answer again = shop.call(HttpMethod.POST, "/members", null, body, key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(membersNamed(login)).isEqualTo(1);
    }

    @Test
    void neverTakesOverAUserOfKeycloakThatIsNotPending() {
        String login = login();
        String planted = keycloak.plant("{\"username\":\"%s\",\"enabled\":true}".formatted(login));

        Answer refused = register(login, PASSWORD);

        assertThat(refused.code()).isEqualTo("duplicate");
        assertThat(keycloak.user(planted).orElseThrow().has("credentials")).isFalse();
    }

    @Test
    void replacesWhatACrashLeftBehind() {
        String login = login();
        String orphan = keycloak.plant("""
            {"username":"%s","enabled":false,"attributes":{"kontor_pending":["true"],"kontor_attempt":["%s"],
            "kontor_begun":["1000"],"kontor_member":["%s"]}}\
            """.formatted(login, UUID.randomUUID(), UUID.randomUUID()));

        Answer answer = register(login, PASSWORD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(keycloak.user(orphan)).isEmpty();
        assertThat(keycloak.named(login).orElseThrow().get("enabled").asBoolean())
                .isTrue();
    }

    @Test
    void leavesNothingAtKeycloakWhenTheAnswerGetsLost() {
        String login = login();
        keycloak.is(Mood.FORGETS_TO_ANSWER);

        Answer refused = register(login, PASSWORD);

        assertThat(refused.code()).isEqualTo("unavailable");
        keycloak.is(Mood.WELL);
        // The user was created all the same; he counts as abandoned after five seconds, and then the name is free.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(register(login, PASSWORD).status()).isEqualTo(201));
    }

    @Test
    void takesInWhoIsKnownToKeycloakOnly() {
        Person newcomer = shop.newcomer();

        Answer twice = shop.post("/members/me", newcomer, "{\"lastName\":\"Twice\"}");
        Answer me = shop.get("/members/me", newcomer);

        assertThat(twice.code()).isEqualTo("duplicate");
        assertThat(me.body().get("hasLogIn").asBoolean()).isTrue();
        assertThat(me.body().get("subject").asString()).isEqualTo(newcomer.subject());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
        'seven characters',     '{"lastName":"A","login":"LOGIN","password":"1234567"}'
        'neither name',         '{"lastName":"A","password":"12345678"}'
        'the login',            '{"lastName":"A","login":"LOGIN","password":"LOGIN"}'
        'the e-mail address',   '{"lastName":"A","email":"a.b@example.org","password":"A.B@example.org"}'
        'sixty-five',           '{"lastName":"A","login":"LOGIN","password":"%s"}'
        """)
    void refusesAPoorPassword(String name, String body) {
        String full = body.replace("%s", "x".repeat(65)).replace("LOGIN", login());

        Answer refused = shop.post("/members", null, full);

        assertThat(refused.code()).as(name).isEqualTo("invalid-field");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/password");
    }

    @Test
    void keepsThePasswordNowhere() {
        String secret = "planted-secret-" + UUID.randomUUID();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer answer = shop.call(HttpMethod.POST, "/members", null, body(login(), secret), key);

        assertThat(answer.status()).isEqualTo(201);
        List<String> rows = database.asOwner()
                .sql("""
                    select body || fingerprint from reply union all select payload from outbox
                    union all select coalesce(failure, '') from keycloak_change
                    """)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(rows).noneMatch(row -> row.contains(secret));
    }

    /** Otherwise what is kept with the key could be tried against passwords (ADR 018). */
    @Test
    void leavesThePasswordOutOfTheFingerprintOfItsKey() {
        String login = login();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = shop.call(HttpMethod.POST, "/members", null, body(login, PASSWORD), key);
        Answer other = shop.call(HttpMethod.POST, "/members", null, body(login, "another password"), key);
        Answer renamed = shop.call(HttpMethod.POST, "/members", null, body(login(), PASSWORD), key);

        assertThat(other.body()).isEqualTo(first.body());
        assertThat(renamed.code()).isEqualTo("idempotency-key-reused");
        assertThat(keycloak.named(login)
                        .orElseThrow()
                        .at("/credentials/0/value")
                        .asString())
                .isEqualTo(PASSWORD);
    }

    private Answer register(String login, String password) {
        return shop.post("/members", null, body(login, password));
    }

    private static String body(String login, String password) {
        return "{\"firstName\":\"Rita\",\"lastName\":\"Register\",\"login\":\"%s\",\"password\":\"%s\"}"
                .formatted(login, password);
    }

    private static String login() {
        return "r" + UUID.randomUUID().toString().substring(0, 12);
    }

    private long membersNamed(String login) {
        return database.asOwner()
                .sql("select count(*) from member where login = ?")
                .param(login)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
