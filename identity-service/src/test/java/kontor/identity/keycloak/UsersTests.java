package kontor.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTests {

    private static final UUID BEN = UUID.fromString("0199c0de-0001-7000-8000-0000000000be");
    private static final UUID ATTEMPT = UUID.fromString("0199c0de-000a-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-05-03T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Ben, ben@example.org, ben, ben@example.org",
        "Ben, , ben, ''",
        ", Ben@Example.org, ben@example.org, Ben@Example.org",
        ", , , ",
    })
    void logInByLoginOrAddressAndKeepTheirOwnNamesWhereThereIsNone(
            @Nullable String login, @Nullable String email, @Nullable String userName, @Nullable String sent) {
        AdminApi.User user = Users.of(account(login, email, "Ben"), null);

        assertThat(user.username()).isEqualTo(userName);
        assertThat(user.email()).isEqualTo(sent);
        assertThat(user.enabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ann & Co, Ann  Co", "<b>, b", "O'Neil, O'Neil", "Zoé-Ł, Zoé-Ł", "{}, ''"})
    void losesInTheirNamesWhatKeycloakRefuses(String name, String shown) {
        assertThat(Users.of(account("ben", null, name), null).lastName()).isEqualTo(shown);
    }

    @Test
    void waitDisabledAndMarkedUntilTheirMemberIsThere() {
        AdminApi.User user =
                Users.pending(account("ben", null, "Ben"), new Password("secret-secret", true), ATTEMPT, NOW);

        assertThat(user.enabled()).isFalse();
        assertThat(Users.isPending(user)).isTrue();
        assertThat(Users.attempt(user)).contains(ATTEMPT);
        assertThat(Users.begun(user)).isEqualTo(NOW);
        assertThat(user.toString()).doesNotContain("secret-secret");
        assertThat(Users.isPending(Users.of(account("ben", null, "Ben"), 7L))).isFalse();
    }

    @Test
    void tellNothingOfWhoIsFormer() {
        AdminApi.User former = Users.former(BEN);

        assertThat(former.enabled()).isFalse();
        assertThat(former.username()).isEqualTo("former-" + BEN);
        assertThat(former.email()).isEmpty();
        assertThat(former.firstName()).isEmpty();
        assertThat(former.lastName()).isEmpty();
        assertThat(former.attributes()).isEmpty();
    }

    private static Account account(@Nullable String login, @Nullable String email, String lastName) {
        return new Account(BEN, login, email, null, lastName);
    }
}
