package kontor.identity.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.rejection.NotAllowedInState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTests {

    private static final Instant NOW = Instant.parse("2026-05-03T09:00:00Z");
    private static final UUID BEN = UUID.fromString("0199c0de-0001-7000-8000-0000000000be");
    private static final Profile NAMED = new Profile("Ben", "Bokor", "ben", "ben@example.org", 7L);

    @Test
    void logsInAsTheKeycloakUserHeHas() {
        assertThat(member("subject", NAMED).hasLogIn()).isTrue();
        assertThat(new Member(BEN, NAMED, null, NOW).hasLogIn()).isFalse();
    }

    @Test
    void risesByAVersionPerEditThatChangesSomething() {
        Member ben = member("subject", NAMED);

        assertThat(ben.edit(NAMED, NOW)).isFalse();
        assertThat(ben.version()).isEqualTo(1);
        assertThat(ben.edit(NAMED.withNames("benjamin", null), NOW)).isTrue();
        assertThat(ben.version()).isEqualTo(2);
        assertThat(ben.profile().login()).isEqualTo("benjamin");
    }

    @ParameterizedTest
    @CsvSource({
        // had login, had e-mail, has login, has e-mail, logs in still
        "ben, ben@example.org, ben, , true",
        "ben, ben@example.org, , ben@example.org, true",
        "ben, ben@example.org, , , false",
        "ben, , , , false",
        "ben, , , ben@example.org, true",
        ", , , , true",
        ", , ben, , true",
    })
    void logsInAsLongAsHisLastNameForItIsNotTaken(
            String login, String email, String newLogin, String newEmail, boolean stays) {
        Member ben = member("subject", new Profile("Ben", "Bokor", login, email, null));

        ben.edit(new Profile("Ben", "Edited", newLogin, newEmail, null), NOW);

        assertThat(ben.hasLogIn()).isEqualTo(stays);
    }

    @Test
    void isDeletedBeforeAndAnonymisedAfterVerification() {
        Member registered = member("subject", NAMED);

        assertThatThrownBy(() -> registered.anonymise(NOW)).isInstanceOf(NotAllowedInState.class);
        assertThatThrownBy(registered::requireAnonymisable).isInstanceOf(NotAllowedInState.class);
        registered.delete(NOW);
        assertThat(registered.profile()).isEqualTo(NAMED);
    }

    @Test
    void isBareOnceHeIsFormer() {
        assertThat(Profile.FORMER.lastName()).isEqualTo("Former member");
        assertThat(Profile.FORMER)
                .extracting(Profile::firstName, Profile::login, Profile::email, Profile::pictureUploadId)
                .containsOnlyNulls();
        assertThat(Profile.FORMER.canLogIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "Ben.Bokor", "b", "ö+ü-_9", "日本"})
    void takesALogin(String login) {
        assertThat(login).matches(Profile.LOGIN);
    }

    /** An at sign would make a login somebody else's e-mail address. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "a@b.c", "a/b", "a\nb", "<b>", "a'b", "a\u200bb"})
    void refusesALogin(String login) {
        assertThat(login).doesNotMatch(Profile.LOGIN);
    }

    @ParameterizedTest
    @CsvSource({"a@b.c, true", "a@b.c.d, true", "a@b, false", "a@b., false", "@b.c, false", "a@@b.c, false", "a, false"
    })
    void wantsADotAfterTheAtSign(String email, boolean isGood) {
        assertThat(email.matches(Profile.EMAIL)).isEqualTo(isGood);
    }

    private static Member member(String subject, Profile profile) {
        return new Member(BEN, profile, subject, NOW);
    }
}
