package kontor.identity.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetUpTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1234567", "12345678901234567890123456789012345678901234567890123456789012345"})
    void refusesAPasswordThatIsTooShortOrTooLong(String password) {
        assertThatThrownBy(() -> SetUp.password(password)).hasMessageContaining("must hold 8 to 64 characters");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(SetUp.password("12345678").toString()).doesNotContain("12345678");
        assertThat(new SetUpSettings("ada@example.org", "12345678", null, "Admin").toString())
                .doesNotContain("12345678");
    }
}
