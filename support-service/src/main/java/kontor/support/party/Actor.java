package kontor.support.party;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;

/**
 * Who has changed a ticket.
 *
 * @param actorId the member
 * @param isPrivileged whether he did it as staff or is the System, whose changes are audited (G-45)
 */
public record Actor(UUID actorId, @JsonIgnore boolean isPrivileged) {

    public static final Actor SYSTEM = new Actor(Caller.SYSTEM, true);

    public static Actor creator(UUID memberId) {
        return new Actor(memberId, false);
    }

    public static Actor staff(UUID memberId) {
        return new Actor(memberId, true);
    }

    /** Does something in his name, whoever has caused it. */
    public void doing(Runnable action) {
        Origin before = Origin.current();
        Origin.actor(actorId);
        try {
            action.run();
        } finally {
            Origin.begin(before);
        }
    }
}
