package kontor.support.ticket;

import kontor.platform.Rejection;
import kontor.support.party.Viewer;

/** The ticket is above the level of the staff that asks for it (S-5); judged before any state. */
public final class LevelTooLow extends Rejection {

    LevelTooLow() {
        super(Kind.FORBIDDEN, "level-too-low", "The ticket is above your level.");
    }

    /** Lets creators pass: to them it is a ticket of their own at any level. */
    public static void check(Level level, boolean isCreators, Viewer viewer) {
        if (!isCreators && level.isAbove(viewer.staffLevel())) {
            throw new LevelTooLow();
        }
    }
}
