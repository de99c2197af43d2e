package kontor.support.party;

import java.util.UUID;
import kontor.platform.security.Caller;

/**
 * Who looks at tickets or works on them: members see their own, staff those up to their level (S-5).
 *
 * @param staffLevel 0 none, 1, 2, 3 chief or admin
 */
public record Viewer(UUID memberId, int staffLevel) {

    private static final int CHIEF_LEVEL = 3;

    public static Viewer of(Caller caller) {
        return new Viewer(caller.memberId(), caller.staffLevel());
    }

    public boolean isStaff() {
        return staffLevel > 0;
    }

    public boolean isChief() {
        return staffLevel >= CHIEF_LEVEL;
    }
}
