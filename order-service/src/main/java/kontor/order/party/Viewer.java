package kontor.order.party;

import java.util.UUID;
import kontor.platform.security.Caller;

/**
 * Whose purchases somebody sees: those he is a party of and those his tickets are about; admins all (O-26).
 *
 * @param memberId who looks
 */
public record Viewer(UUID memberId, boolean isAdmin) {

    public static Viewer of(Caller caller) {
        return new Viewer(caller.memberId(), caller.isAdmin());
    }
}
