package kontor.importer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import kontor.importer.source.People;

/**
 * Of a user's ranks the source takes the row entered last, Kontor the one dated last (G-17). Where a clock was set back
 * between two rows they differ, and so would his debt limit; the same goes for the admin flag.
 */
public final class Ranks {

    private Ranks() {}

    /** One sentence for each user about whom the two disagree. */
    public static List<String> notes(People people) {
        Map<Long, People.RankUpdate> entered = new HashMap<>();
        Map<Long, People.RankUpdate> dated = new HashMap<>();
        BinaryOperator<People.RankUpdate> newer = BinaryOperator.maxBy(
                Comparator.comparing(People.RankUpdate::at).thenComparingLong(People.RankUpdate::id));
        people.rankUpdates().forEach(row -> {
            entered.put(row.userId(), row);
            dated.merge(row.userId(), row, newer);
        });
        Map<Long, People.AdminUpdate> flagEntered = new HashMap<>();
        Map<Long, People.AdminUpdate> flagDated = new HashMap<>();
        BinaryOperator<People.AdminUpdate> newerFlag = BinaryOperator.maxBy(
                Comparator.comparing(People.AdminUpdate::at).thenComparingLong(People.AdminUpdate::id));
        people.adminUpdates().forEach(row -> {
            flagEntered.put(row.userId(), row);
            flagDated.merge(row.userId(), row, newerFlag);
        });
        List<String> notes = new ArrayList<>();
        entered.forEach((user, row) -> {
            People.RankUpdate there = dated.getOrDefault(user, row);
            if (there.rankId() != row.rankId()) {
                notes.add(note("rank", user, "rankupdates", row.id(), there.id()));
            }
        });
        flagEntered.forEach((user, row) -> {
            People.AdminUpdate there = flagDated.getOrDefault(user, row);
            if (there.admin() != row.admin()) {
                notes.add(note("admin flag", user, "adminupdates", row.id(), there.id()));
            }
        });
        return notes;
    }

    private static String note(String what, long user, String table, long entered, long dated) {
        return "The %s of user %d will be that of %s row %d, dated last; the source takes row %d, entered last."
                .formatted(what, user, table, dated, entered);
    }
}
