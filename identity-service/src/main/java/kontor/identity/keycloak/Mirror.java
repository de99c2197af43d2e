package kontor.identity.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.identity.keycloak.KeycloakChanges.Due;
import kontor.identity.keycloak.KeycloakChanges.Wanted;
import kontor.identity.keycloak.KeycloakClient.UserAbsent;
import kontor.platform.rejection.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes Keycloak's users look like their members, without a transaction around the calls. An outage delays and never
 * loses: a change stays due until Keycloak has taken it. What it refuses again and again is parked, with an alarm.
 * Every step may be repeated.
 */
@Component
class Mirror {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);
    private static final int BATCH = 20;
    private static final int DOUBLINGS_MAX = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final String ADMIN = "admin";
    private static final List<String> BY_LEVEL = List.of("support-1", "support-2", "support-chief");
    private static final List<String> ROLES = List.of(ADMIN, "support-1", "support-2", "support-chief");

    private final KeycloakClient keycloak;
    private final KeycloakChanges changes;
    private final KeycloakSettings settings;

    Mirror(KeycloakClient keycloak, KeycloakChanges changes, KeycloakSettings settings) {
        this.keycloak = keycloak;
        this.changes = changes;
        this.settings = settings;
    }

    /** Sends what is due of this user, or of any. Returns how many were tried. */
    int push(@Nullable String only) {
        List<Due> taken = changes.lease(only, BATCH, settings.lease());
        taken.forEach(this::send);
        return taken.size();
    }

    private void send(Due due) {
        try {
            apply(due);
            changes.done(due);
        } catch (Unavailable away) {
            changes.failed(due, away.code(), pauseAfter(due.attempts()));
        } catch (RuntimeException refused) {
            refused(due, refused);
        }
    }

    /** What Keycloak goes on refusing waits for an operator, or for the member's next change. */
    private void refused(Due due, RuntimeException cause) {
        String why = cause.getClass().getSimpleName();
        if (due.attempts() < settings.refusalsMax()) {
            LOG.warn("Keycloak does not take the change of user {}: {}", due.subject(), cause.toString());
            changes.failed(due, why, pauseAfter(due.attempts()));
        } else {
            LOG.error("The change of Keycloak user {} is parked: {}", due.subject(), cause.toString());
            changes.parked(due, why);
        }
    }

    private void apply(Due due) {
        Optional<Wanted> wanted = changes.wanted(due);
        if (wanted.isPresent()) {
            keep(due, wanted.get());
        } else if (changes.isAnonymised(due.memberId())) {
            retire(due);
        } else {
            keycloak.delete(due.subject());
        }
    }

    private void retire(Due due) {
        try {
            keycloak.update(due.subject(), Users.former(due.memberId()));
            keycloak.roles(due.subject(), ROLES, List.of());
            keycloak.endSessions(due.subject());
        } catch (UserAbsent alreadyGone) {
            LOG.debug("Keycloak user {} was deleted before", due.subject());
        }
    }

    private void keep(Due due, Wanted wanted) {
        AdminApi.User user = Users.of(wanted.account(), wanted.pictureUploadId());
        // Who has no name here logs in by those that Keycloak had before; it takes no update without them.
        boolean isNamed = user.username() != null;
        keycloak.update(due.subject(), isNamed ? user : user.namedAs(keycloak.read(due.subject())));
        keycloak.roles(due.subject(), ROLES, roles(wanted));
        if (!due.invited()) {
            keycloak.mailPasswordLink(due.subject());
        }
    }

    private static List<String> roles(Wanted wanted) {
        List<String> roles = new ArrayList<>();
        if (wanted.admin()) {
            roles.add(ADMIN);
        }
        if (wanted.staffLevel() > 0) {
            roles.add(BY_LEVEL.get(wanted.staffLevel() - 1));
        }
        return roles;
    }

    private Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
        return pause.compareTo(settings.retryDelayMax()) > 0 ? settings.retryDelayMax() : pause;
    }
}
