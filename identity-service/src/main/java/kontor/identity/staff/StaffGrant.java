package kontor.identity.staff;

import java.util.Collection;

/** The levels of staff; the highest one held counts. */
enum StaffGrant {
    SUPPORT_1(1),
    SUPPORT_2(2),
    SUPPORT_CHIEF(3);

    private final int level;

    StaffGrant(int level) {
        this.level = level;
    }

    static int levelOf(Collection<StaffGrant> held) {
        return held.stream().mapToInt(grant -> grant.level).max().orElse(0);
    }
}
