package kontor.ledger.member;

import java.util.UUID;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;

/** A member named in a path: his id, or {@code me} for the caller. */
public final class MemberPath {

    private MemberPath() {}

    public static UUID memberId(String segment, Caller caller) {
        if (segment.equals("me")) {
            if (caller.member() == null) {
                throw new NotFound();
            }
            return caller.memberId();
        }
        return uuid(segment);
    }

    private static UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            // The JDK also reads shortened forms.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException ignored) {
            // Refused below like any other form.
        }
        throw new InvalidField("memberId", "must be a UUID or me");
    }
}
