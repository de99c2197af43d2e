package kontor.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import kontor.identity.FakeKeycloak;
import kontor.identity.FakeKeycloak.Mood;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@IdentityTest
class KeycloakChangeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Shop shop;
    private final FakeKeycloak keycloak;
    private final TestDatabase database;

    KeycloakChangeIT(RestTestClient http, TestDatabase database, FakeKeycloak keycloak) {
        shop = Shop.founded(http, database);
        this.keycloak = keycloak;
        this.database = database;
    }

    @AfterEach
    void keycloakIsWell() {
        keycloak.is(Mood.WELL);
    }

    @Test
    void carriesNamesPictureAndRoles() {
        Person person = registered();
        String admin = "/members/" + person.id();
        shop.post(admin + "/verification", shop.admin(), Shop.rank(Shop.MEMBER_RANK));
        shop.post(admin + "/staff-grant-changes", shop.admin(), "{\"grant\":\"SUPPORT_2\",\"granted\":true}");
        shop.post(admin + "/admin-changes", shop.admin(), "{\"admin\":true}");
        String email = person.id() + "@example.org";

        shop.patch("/members/me", person, """
            {"firstName":"Ann & Co","lastName":"O'Neil","email":"%s","pictureUploadId":9}\
            """.formatted(email));

        await().atMost(SOON).untilAsserted(() -> {
            var user = keycloak.user(person.subject()).orElseThrow();
            assertThat(user.get("email").asString()).isEqualTo(email);
            assertThat(user.get("firstName").asString()).isEqualTo("Ann  Co");
            assertThat(user.get("lastName").asString()).isEqualTo("O'Neil");
            assertThat(user.at("/attributes/kontor_picture/0").asString()).isEqualTo("9");
            assertThat(keycloak.rolesOf(person.subject())).containsExactlyInAnyOrder("admin", "support-2");
        });

        shop.post(admin + "/admin-changes", shop.admin(), "{\"admin\":false}");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(keycloak.rolesOf(person.subject())).containsExactly("support-2"));
    }

    @Test
    void isDelayedAndNotLostByAnOutage() {
        Person person = registered();
        keycloak.is(Mood.AWAY);

        Answer edited = shop.patch("/members/me", person, "{\"lastName\":\"Patient\"}");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().get("lastName").asString()).isEqualTo("Patient");
        keycloak.is(Mood.WELL);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keycloak.user(person.subject())
                                .orElseThrow()
                                .get("lastName")
                                .asString())
                        .isEqualTo("Patient"));
    }

    @Test
    void doesNotHoldUpAnybodyWhileKeycloakIsSlow() {
        Person person = registered();
        keycloak.is(Mood.SLOW);
        long begun = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            assertThat(shop.patch("/members/me", person, "{\"lastName\":\"Slow%d\"}".formatted(i))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void disablesAndBaresWhoIsAnonymised() {
        Person person = registered();
        shop.post("/members/" + person.id() + "/verification", shop.admin(), Shop.rank(Shop.MEMBER_RANK));

        assertThat(shop.post("/members/me/anonymisation", person, "").status()).isEqualTo(204);

        await().atMost(SOON).untilAsserted(() -> {
            var user = keycloak.user(person.subject()).orElseThrow();
            assertThat(user.get("enabled").asBoolean()).isFalse();
            assertThat(user.get("username").asString()).isEqualTo("former-" + person.id());
            assertThat(user.get("lastName").asString()).isEmpty();
            assertThat(keycloak.calls()).contains("POST /admin/realms/kontor/users/" + person.subject() + "/logout");
        });
    }

    @Test
    void deletesWhoIsDeleted() {
        Person person = registered();

        assertThat(shop.delete("/members/me", person).status()).isEqualTo(204);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keycloak.user(person.subject())).isEmpty());
    }

    @Test
    void parksWhatKeycloakGoesOnRefusingUntilTheMemberChangesAgain() {
        Person person = registered();
        keycloak.forget(person.subject());

        assertThat(shop.patch("/members/me", person, "{\"lastName\":\"Unknown\"}")
                        .status())
                .isEqualTo(200);

        await().atMost(SOON).until(() -> isParked(person));
        String put = "PUT /admin/realms/kontor/users/" + person.subject();
        long tries = keycloak.calls().stream().filter(put::equals).count();
        assertThat(tries).isLessThanOrEqualTo(5);

        shop.patch("/members/me", person, "{\"lastName\":\"Again\"}");
        await().atMost(SOON)
                .until(() -> keycloak.calls().stream().filter(put::equals).count() > tries);
    }

    private boolean isParked(Person person) {
        return database.asOwner()
                .sql("select failure = 'UserAbsent' and due_at = 'infinity' from keycloak_change where subject = ?")
                .param(person.subject())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    private Person registered() {
        Answer answer = shop.post(
                "/members", null, """
                    {"lastName":"Mirrored","login":"k%s","password":"correct horse"}\
                    """.formatted(UUID.randomUUID().toString().substring(0, 12)));
        return Shop.person(Shop.id(answer), answer.body().get("subject").asString());
    }
}
