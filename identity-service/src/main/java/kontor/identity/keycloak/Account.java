package kontor.identity.keycloak;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose log-in it is and under which names; at least one of login and e-mail is there. */
public record Account(
        UUID memberId,
        @Nullable String login,
        @Nullable String email,
        @Nullable String firstName,
        String lastName) {}
