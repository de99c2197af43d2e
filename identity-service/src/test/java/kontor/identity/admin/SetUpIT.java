package kontor.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.identity.FakeKeycloak;
import kontor.identity.KeycloakWiring;
import kontor.identity.Shop;
import kontor.identity.Shop.Person;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The operator's command as he runs it: a process of its own, beside the running service (I-9). */
@KontorTest(service = "identity")
@Import(KeycloakWiring.class)
@DirtiesContext
class SetUpIT {

    private static final String PASSWORD = "correct horse battery";

    private final Shop shop;
    private final TestDatabase database;
    private final FakeKeycloak keycloak;

    SetUpIT(RestTestClient http, TestDatabase database, FakeKeycloak keycloak) {
        shop = new Shop(http, database);
        this.database = database;
        this.keycloak = keycloak;
    }

    private record Ended(int code, String said) {}

    /** Two processes have to start. */
    @Test
    @Timeout(300)
    void makesTheFirstAdminOnceAndSaysWhyNot() throws Exception {
        String email = "ada." + UUID.randomUUID() + "@example.org";

        assertThat(run(email, PASSWORD)).satisfies(made -> {
            assertThat(made.said()).contains(email + " is the first admin.").doesNotContain(PASSWORD);
            assertThat(made.code()).isZero();
        });
        Person admin = Shop.person(new UUID(0, 0), subjectOf(email));
        assertThat(shop.get("/members/me", admin).body().get("admin").asBoolean())
                .isTrue();
        assertThat(shop.get("/members", admin).status()).isEqualTo(200);
        assertThat(keycloak.named(email).orElseThrow().get("enabled").asBoolean())
                .isTrue();

        assertThat(run("second@example.org", PASSWORD)).satisfies(refused -> {
            assertThat(refused.code()).isNotZero();
            assertThat(refused.said()).contains("There is or was an admin already.");
        });
        assertThat(admins()).isEqualTo(1);
        assertThat(keycloak.named("second@example.org")).isEmpty();
        assertThat(shop.post("/members/me/admin-claim", shop.newcomer(), "").code())
                .isEqualTo("admin-claim-closed");
    }

    private Ended run(String email, String password) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "kontor.identity.IdentityApplication",
                        "--kontor.identity.setup.email=" + email)
                .redirectErrorStream(true);
        command.environment()
                .putAll(Map.of(
                        "KONTOR_DATABASE_URL", database.url(),
                        "KONTOR_DATABASE_USER", database.app().name(),
                        "KONTOR_DATABASE_PASSWORD", database.app().password(),
                        "KONTOR_MIGRATION_USER", database.owner().name(),
                        "KONTOR_MIGRATION_PASSWORD", database.owner().password(),
                        "KONTOR_KAFKA", "127.0.0.1:1",
                        "KONTOR_ISSUER", Tokens.issuer(),
                        "KONTOR_JWKS", Tokens.jwksUrl(),
                        "KONTOR_KEYCLOAK_URL", keycloak.url(),
                        "KONTOR_IDENTITY_SETUP_PASSWORD", password));
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private String subjectOf(String email) {
        return database.asOwner()
                .sql("select subject from member where email = ?")
                .param(email)
                .query((row, n) -> row.getString(1))
                .single();
    }

    private long admins() {
        return database.asOwner()
                .sql("select count(*) from admin_change")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
