package kontor.identity.keycloak;

import static kontor.identity.keycloak.Users.isPending;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kontor.identity.keycloak.KeycloakClient.NameTaken;
import kontor.identity.keycloak.KeycloakClient.NotTaken;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Log-ins of members. Keycloak comes first and commits on its own, so a new user is disabled and marked as pending
 * until the member is committed; what a crash leaves behind bears that mark and our attempt, and nothing else is ever
 * taken over.
 */
@Component
public class LogIns {

    private static final Logger LOG = LoggerFactory.getLogger(LogIns.class);
    private static final int TRIES = 12;
    private static final long PAUSE_MILLIS = 250;

    private final KeycloakClient keycloak;
    private final KeycloakChanges changes;
    private final Abandoning abandoning;
    private final Mirror mirror;
    private final Clock clock;

    LogIns(KeycloakClient keycloak, KeycloakChanges changes, Abandoning abandoning, Mirror mirror, Clock clock) {
        this.keycloak = keycloak;
        this.changes = changes;
        this.abandoning = abandoning;
        this.mirror = mirror;
        this.clock = clock;
    }

    /**
     * Begins a log-in, outside of any transaction. Refuses with {@code duplicate}, {@code unavailable}, or
     * {@code invalid-field} where Keycloak's own rules are stricter.
     *
     * @param isTaken whether meanwhile another member holds one of the names: he was faster
     */
    public OpenedLogIn open(Account account, Password password, BooleanSupplier isTaken) {
        UUID attempt = UUID.randomUUID();
        AdminApi.User user = Users.pending(account, password, attempt, clock.instant());
        for (int i = 0; i < TRIES; i++) {
            Optional<String> subject = create(user);
            if (subject.isPresent()) {
                return new OpenedLogIn(attempt, account.memberId(), subject.get());
            }
            Optional<AdminApi.User> holder = keycloak.holderOf(user);
            if (isTaken.getAsBoolean()
                    || holder.filter(other -> !isPending(other)).isPresent()) {
                throw new Duplicate("This login or e-mail address");
            }
            // Either a twin is about to commit, or a crash has left the user behind.
            if (holder.isPresent() && !abandoning.removeIfStale(holder.get())) {
                pause();
            }
        }
        throw new Unavailable("Log-in");
    }

    private Optional<String> create(AdminApi.User user) {
        try {
            return Optional.of(keycloak.create(user));
        } catch (NameTaken taken) {
            return Optional.empty();
        } catch (NotTaken refused) {
            throw refused.isAboutPassword()
                    ? new InvalidField("/password", "does not meet the rules for passwords")
                    : new InvalidField("", "login, e-mail address or name is not possible for a log-in");
        }
    }

    /** Belongs into the transaction that commits the member: from then on the log-in is his. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(OpenedLogIn opened, boolean invited) {
        if (!changes.decide(opened.attempt(), KeycloakChanges.Outcome.KEPT)) {
            // We were so slow that the janitor has given this attempt up.
            throw new Unavailable("Log-in");
        }
        changes.begin(opened.subject(), opened.memberId(), invited);
    }

    /** A user whom Keycloak had before he became a member. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(String subject, UUID memberId) {
        changes.begin(subject, memberId, true);
    }

    /** Whether this subject belongs or belonged to a member; it is never given to another. */
    public boolean isUsed(String subject) {
        return changes.isKnown(subject);
    }

    /** The member was not committed. Where that is in doubt nothing is removed. */
    public void abandon(OpenedLogIn opened) {
        try {
            abandoning.remove(opened.attempt(), opened.subject());
        } catch (RuntimeException later) {
            LOG.info("An abandoned log-in is left to the janitor: {}", later.toString());
        }
    }

    /**
     * Enables the user at once instead of with the next round of the worker, so that the answer is not ahead of him.
     */
    public void settle(OpenedLogIn opened) {
        mirror.push(opened.subject());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Log-in");
        }
    }
}
