package kontor.identity.keycloak;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Removes Keycloak users whose members were never committed, and only those: pending, marked with our attempt, given
 * up.
 */
@Component
class Abandoning {

    private final KeycloakClient keycloak;
    private final KeycloakChanges changes;
    private final KeycloakSettings settings;
    private final Clock clock;

    Abandoning(KeycloakClient keycloak, KeycloakChanges changes, KeycloakSettings settings, Clock clock) {
        this.keycloak = keycloak;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives the attempt up first; if its member was committed after all, nothing happens. */
    boolean remove(UUID attempt, String subject) {
        boolean ours = changes.decide(attempt, KeycloakChanges.Outcome.ABANDONED);
        if (ours) {
            keycloak.delete(subject);
        }
        return ours;
    }

    boolean removeIfStale(AdminApi.User user) {
        @Nullable String subject = user.id();
        boolean stale = Users.begun(user).plus(settings.pendingFor()).isBefore(clock.instant());
        return stale
                && subject != null
                && Users.attempt(user)
                        .filter(attempt -> remove(attempt, subject))
                        .isPresent();
    }

    /** One round over everybody who bears the mark. */
    void sweep() {
        List<AdminApi.User> pending;
        int page = 0;
        do {
            pending = keycloak.withAttribute(Users.PENDING, page++);
            pending.stream().filter(Users::isPending).forEach(this::removeIfStale);
        } while (!pending.isEmpty());
    }
}
