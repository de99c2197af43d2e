package kontor.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The realm of the shop and a real Keycloak, which has opinions of its own. */
@KontorTest(service = "identity")
@Import(RealKeycloakIT.Wiring.class)
@DirtiesContext
class RealKeycloakIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery";

    private final Shop shop;
    private final KeycloakServer keycloak;
    private final RealmVisitor realm;

    RealKeycloakIT(RestTestClient http, TestDatabase database, KeycloakServer keycloak) {
        shop = Shop.founded(http, database);
        this.keycloak = keycloak;
        realm = new RealmVisitor(keycloak.url());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {

        @Bean(destroyMethod = "close")
        static KeycloakServer keycloakServer() {
            return new KeycloakServer();
        }

        @Bean
        static DynamicPropertyRegistrar keycloakAddress(KeycloakServer keycloak) {
            return registry -> {
                registry.add("kontor.identity.keycloak.url", keycloak::url);
                registry.add("kontor.identity.keycloak.client-secret", () -> KeycloakServer.IDENTITY_SECRET);
            };
        }
    }

    @AfterEach
    void keycloakIsWell() {
        keycloak.thaw();
    }

    @Test
    void opensALogInThatWorksAtOnce() {
        String login = login();

        Person person = register(login);

        JsonNode tokens = realm.logIn(login, PASSWORD).orElseThrow();
        assertThat(RealmVisitor.subjectOf(tokens)).isEqualTo(person.subject());
        assertThat(realm.logIn(login, "wrong horse battery")).isEmpty();
        assertThat(shop.post("/members", null, body(login)).code()).isEqualTo("duplicate");
    }

    @Test
    void refusesWhatTheRealmRefusesAsAFaultOfTheField() {
        Answer answer = shop.post("/members", null, """
            {"lastName":"Odd","email":"odd..%s@example.org","password":"%s"}\
            """.formatted(login(), PASSWORD));

        assertThat(answer.code()).isEqualTo("invalid-field");
    }

    @Test
    void keepsRolesInStep() {
        Person person = member(login());
        String path = "/members/" + person.id();

        shop.post(path + "/staff-grant-changes", shop.admin(), "{\"grant\":\"SUPPORT_2\",\"granted\":true}");
        shop.post(path + "/admin-changes", shop.admin(), "{\"admin\":true}");
        awaitRoles(person, "admin", "support-2");
        shop.post(path + "/staff-grant-changes", shop.admin(), "{\"grant\":\"SUPPORT_CHIEF\",\"granted\":true}");
        shop.post(path + "/admin-changes", shop.admin(), "{\"admin\":false}");
        awaitRoles(person, "support-chief");
        shop.post(path + "/staff-grant-changes", shop.admin(), "{\"grant\":\"SUPPORT_CHIEF\",\"granted\":false}");
        awaitRoles(person, "support-2");
    }

    @Test
    void isDelayedAndNotLostWhileKeycloakDoesNotAnswer() {
        String login = login();
        Person person = member(login);
        keycloak.freeze();

        Answer edited = shop.patch(
                "/members/me", person, "{\"lastName\":\"Patient\",\"email\":\"%s@example.org\"}".formatted(login));
        Answer decided = shop.post("/members/" + person.id() + "/admin-changes", shop.admin(), "{\"admin\":true}");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(decided.status()).isEqualTo(201);
        keycloak.thaw();
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode user = realm.user(person.subject());
            assertThat(user.path("lastName").asString("")).isEqualTo("Patient");
            assertThat(user.path("email").asString("")).isEqualTo(login + "@example.org");
        });
        awaitRoles(person, "admin");
        assertThat(realm.logIn(login + "@example.org", PASSWORD)).isPresent();
    }

    @Test
    void lastsForTheInactiveAndEndsForTheAnonymised() {
        String login = login();
        Person person = member(login);
        JsonNode tokens = realm.logIn(login, PASSWORD).orElseThrow();
        shop.post("/members/" + person.id() + "/rank-changes", shop.admin(), Shop.rank(Shop.INACTIVE_RANK));

        JsonNode refreshed = realm.refresh(tokens).orElseThrow();
        assertThat(shop.post("/members/me/anonymisation", person, "").status()).isEqualTo(204);

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode user = realm.user(person.subject());
            assertThat(user.path("enabled").asBoolean(true)).isFalse();
            assertThat(user.path("username").asString("")).isEqualTo("former-" + person.id());
            assertThat(user.path("firstName").asString("")).isEmpty();
            assertThat(user.path("lastName").asString("")).isEmpty();
            assertThat(user.path("attributes").has("kontor_member")).isFalse();
            assertThat(realm.refresh(refreshed)).isEmpty();
        });
        assertThat(realm.logIn(login, PASSWORD)).isEmpty();
    }

    @Test
    void isGoneWithWhoIsDeleted() {
        Person person = register(login());

        assertThat(shop.delete("/members/me", person).status()).isEqualTo(204);

        await().atMost(SOON).until(() -> realm.user(person.subject()).has("error"));
    }

    @Test
    void leavesTheNamesOfWhomItKnewBefore() {
        String name = login() + "@example.org";
        String subject = realm.plant("{\"username\":\"%1$s\",\"email\":\"%1$s\",\"enabled\":true}".formatted(name));
        Person known = Shop.person(new UUID(0, 0), subject);
        Shop.require(shop.post("/members/me", known, "{\"lastName\":\"Known\"}"));

        Shop.require(shop.patch("/members/me", known, "{\"lastName\":\"Renamed\"}"));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(realm.user(subject).path("lastName").asString(""))
                                .isEqualTo("Renamed"));
        assertThat(realm.user(subject).path("username").asString("")).isEqualTo(name);
        assertThat(realm.user(subject).path("email").asString("")).isEqualTo(name);
    }

    private void awaitRoles(Person person, String... roles) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(realm.roles(person.subject())).containsExactlyInAnyOrderElementsOf(List.of(roles)));
    }

    private Person member(String login) {
        Person person = register(login);
        Shop.require(shop.post("/members/" + person.id() + "/verification", shop.admin(), Shop.rank(Shop.MEMBER_RANK)));
        return person;
    }

    private Person register(String login) {
        Answer answer = shop.post("/members", null, body(login));
        return Shop.person(Shop.id(answer), answer.body().get("subject").asString());
    }

    private static String body(String login) {
        return """
            {"firstName":"Rosa","lastName":"Real","login":"%s","password":"%s"}\
            """.formatted(login, PASSWORD);
    }

    private static String login() {
        return "k" + UUID.randomUUID().toString().substring(0, 12);
    }
}
