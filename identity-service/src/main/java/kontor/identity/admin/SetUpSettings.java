package kontor.identity.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the set-up command is told (I-9).
 *
 * @param email of the first admin; naming it is what makes a start the set-up command
 * @param password his password, from the environment: {@code KONTOR_IDENTITY_SETUP_PASSWORD}
 */
@ConfigurationProperties("kontor.identity.setup")
record SetUpSettings(
        @Nullable String email,
        @Nullable String password,
        @Nullable String firstName,
        @DefaultValue("Admin") String lastName) {

    @Override
    public String toString() {
        return "SetUpSettings[" + email + "]";
    }
}
