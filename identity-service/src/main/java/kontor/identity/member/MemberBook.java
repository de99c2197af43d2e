package kontor.identity.member;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import kontor.identity.state.Roster;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds members and gives them log-ins: ids rise with time, logins and e-mail addresses are unique whatever their case
 * (I-17).
 */
@Component
public class MemberBook {

    private final Members members;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MemberBook(Members members, Roster roster, JdbcClient jdbc, Clock clock) {
        this.members = members;
        this.roster = roster;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A UUIDv7. */
    public UUID nextId() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Refuses with {@code duplicate} what another member uses; the unique indexes have the last word. */
    public void requireFree(Profile profile, UUID except) {
        if (isTaken("login", profile.login(), except)) {
            throw new Duplicate("This login");
        }
        if (isTaken("email", profile.email(), except)) {
            throw new Duplicate("This e-mail address");
        }
    }

    public boolean isLoginTaken(String login) {
        return isTaken("login", login, new UUID(0, 0));
    }

    /**
     * Adds one.
     *
     * @param subject the Keycloak user he logs in as, null for a member without log-in
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID id, Profile profile, @Nullable String subject) {
        requireFree(profile, id);
        members.saveAndFlush(new Member(id, profile, subject, clock.instant()));
        roster.edited(id);
    }

    /** The names under which a member without log-in could get one; refuses whom it cannot be given to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Profile requireWithoutLogIn(UUID id, @Nullable String login, @Nullable String email) {
        Member member = members.lock(id).orElseThrow(NotFound::new);
        member.requireNotAnonymised();
        if (member.hasLogIn()) {
            throw new AlreadyInState("The member can log in");
        }
        Profile wanted = member.profile().withNames(login, email);
        if (!wanted.canLogIn()) {
            throw new InvalidField("/login", "send a login or an e-mail address: the member has neither");
        }
        requireFree(wanted, id);
        return wanted;
    }

    /** From now on he logs in as this Keycloak user. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveLogIn(UUID id, Profile wanted, String subject) {
        Member member = members.lock(id).orElseThrow(NotFound::new);
        member.giveLogIn(subject, wanted, clock.instant());
        members.saveAndFlush(member);
        roster.edited(id);
    }

    private boolean isTaken(String column, @Nullable String value, UUID except) {
        return value != null
                && jdbc.sql("""
                                select exists (select 1 from member
                                    where casefold(%1$s collate "pg_unicode_fast") = casefold(? collate "pg_unicode_fast")
                                        and id <> ?)
                                """.formatted(column))
                        .params(value, except)
                        .query((row, n) -> row.getBoolean(1))
                        .single();
    }
}
