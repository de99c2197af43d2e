package kontor.identity.state;

import java.util.UUID;
import java.util.regex.Pattern;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;

/** The member that a path names: by id, or {@code me} for the caller himself. */
public final class Addressed {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Addressed() {}

    public static UUID anybody(String id, Caller caller) {
        if (id.equals("me")) {
            return caller.memberId();
        }
        if (!UUID_FORM.matcher(id).matches()) {
            throw new InvalidField("id", "must be a UUID or me");
        }
        return UUID.fromString(id);
    }

    /** Only admins may address others; for everybody else another's object does not exist (G-20). */
    public static UUID selfOrByAdmin(String id, Caller caller) {
        UUID memberId = anybody(id, caller);
        if (!caller.isSelf(memberId) && !caller.isAdmin()) {
            throw new NotFound();
        }
        return memberId;
    }
}
