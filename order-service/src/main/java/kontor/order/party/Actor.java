package kontor.order.party;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;

/**
 * Who changes an order.
 *
 * @param actorId the member
 * @param isPrivileged whether it is an admin or the System, whose changes are audited (G-45)
 */
public record Actor(UUID actorId, @JsonIgnore boolean isPrivileged) {

    public static final Actor SYSTEM = new Actor(Caller.SYSTEM, true);

    public static Actor admin(UUID memberId) {
        return new Actor(memberId, true);
    }

    public static Actor of(Caller caller) {
        return new Actor(caller.memberId(), caller.isAdmin());
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
