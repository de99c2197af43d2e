package kontor.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What two members mean to do, drawn by its number: the same start number always draws the same.
 *
 * @param buyer number among the traders
 * @param seller another one; half of all want to buy from the first
 * @param isExternal whether the money comes in from outside, as an admin notes
 */
record Plan(int number, int buyer, int seller, int quantity, End end, boolean isExternal, List<Change> changes) {

    /** More than anybody has, though not too much for a parcel. */
    static final int TOO_MANY = 3_000;

    /** How far it goes; the last three ask for two things at once of which only one can happen. */
    enum End {
        OPENED,
        FORGONE,
        PAID,
        RETURNED,
        SHIPPED,
        DONE,
        EVALUATED,
        PAID_OR_PAID,
        PAID_OR_FORGONE,
        SHIPPED_OR_RETURNED
    }

    /** Money that goes the other way, or a little more of it, when the purchase has come to that state. */
    record Change(String state, boolean isRefund, long value) {}

    private static final List<String> STATES = List.of("PAID", "SHIPPED", "DONE");

    /** @param traders of whom the last one only buys */
    static Plan drawn(long start, int number, int traders) {
        SplittableRandom random = new SplittableRandom(start * 1_000_003 + number);
        int seller = random.nextBoolean() ? 0 : random.nextInt(traders - 1);
        int other = random.nextInt(traders - 1);
        int quantity = random.nextInt(30) == 0 ? TOO_MANY : 1 + random.nextInt(3);
        List<Change> changes = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            changes.add(new Change(
                    STATES.get(random.nextInt(STATES.size())), random.nextInt(3) > 0, 1 + random.nextInt(2_500)));
        }
        return new Plan(
                number,
                other < seller ? other : other + 1,
                seller,
                quantity,
                end(random.nextInt(100)),
                random.nextInt(12) == 0,
                changes);
    }

    private static End end(int percent) {
        if (percent < 45) {
            return percent < 25 ? End.DONE : End.EVALUATED;
        }
        End[] others = {
            End.OPENED,
            End.FORGONE,
            End.PAID,
            End.RETURNED,
            End.SHIPPED,
            End.PAID_OR_PAID,
            End.PAID_OR_FORGONE,
            End.SHIPPED_OR_RETURNED
        };
        return others[(percent - 45) / 7];
    }
}
