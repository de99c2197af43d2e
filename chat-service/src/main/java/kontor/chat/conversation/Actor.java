package kontor.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;

/**
 * Who changes a conversation.
 *
 * @param actorId the member
 * @param isPrivileged whether it is an admin, staff or the System, whose changes are audited (G-45)
 */
public record Actor(UUID actorId, @JsonIgnore boolean isPrivileged) {

    public static final Actor SYSTEM = new Actor(Caller.SYSTEM, true);

    public static Actor of(Caller caller) {
        return new Actor(caller.memberId(), caller.isAdmin());
    }

    public static Actor staff(UUID memberId) {
        return new Actor(memberId, true);
    }

    /** The same, who acts in this role. */
    public Actor as(Role role) {
        return new Actor(actorId, isPrivileged || role != Role.PARTY);
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
