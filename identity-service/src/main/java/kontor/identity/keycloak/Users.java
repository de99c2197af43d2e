package kontor.identity.keycloak;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kontor.identity.keycloak.AdminApi.Credential;
import kontor.identity.keycloak.AdminApi.User;
import org.jspecify.annotations.Nullable;

/** How members look as Keycloak users. */
final class Users {

    static final String PENDING = "kontor_pending";
    private static final String MEMBER = "kontor_member";
    private static final String ATTEMPT = "kontor_attempt";
    private static final String BEGUN = "kontor_begun";
    private static final String PICTURE = "kontor_picture";

    /** What Keycloak refuses in names of persons; there it is only shown, so it may be left out. */
    private static final String NOT_IN_NAMES = "[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]";

    private Users() {}

    static User pending(Account account, Password password, UUID attempt, Instant now) {
        Map<String, List<String>> marks = Map.of(
                PENDING, List.of("true"),
                ATTEMPT, List.of(attempt.toString()),
                BEGUN, List.of(Long.toString(now.toEpochMilli())),
                MEMBER, List.of(account.memberId().toString()));
        return new User(
                null,
                userName(account),
                account.email(),
                name(account.firstName()),
                name(account.lastName()),
                false,
                null,
                null,
                marks,
                List.of(Credential.password(password.value(), password.isOneTime())));
    }

    static User of(Account account, @Nullable Long pictureUploadId) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put(MEMBER, List.of(account.memberId().toString()));
        if (pictureUploadId != null) {
            attributes.put(PICTURE, List.of(pictureUploadId.toString()));
        }
        boolean isNamed = account.login() != null || account.email() != null;
        return new User(
                null,
                isNamed ? userName(account) : null,
                isNamed ? Objects.requireNonNullElse(account.email(), "") : null,
                name(account.firstName()),
                name(account.lastName()),
                true,
                null,
                null,
                attributes,
                null);
    }

    /** Disabled and without anything that tells who it was (I-13). */
    static User former(UUID memberId) {
        return new User(null, "former-" + memberId, "", "", "", false, null, null, Map.of(), null);
    }

    static boolean isPending(User user) {
        return user.attribute(PENDING).isPresent() && attempt(user).isPresent();
    }

    static Optional<UUID> attempt(User user) {
        return user.attribute(ATTEMPT).map(UUID::fromString);
    }

    static Instant begun(User user) {
        return user.attribute(BEGUN)
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH);
    }

    /** Keycloak keeps user names and addresses in lower case. */
    private static @Nullable String userName(Account account) {
        String name = account.login() == null ? account.email() : account.login();
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name.replaceAll(NOT_IN_NAMES, "").strip();
    }
}
