package kontor.importer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import kontor.importer.calls.Existing;
import kontor.importer.calls.Tally;
import kontor.importer.calls.Tally.Outcome;
import kontor.importer.source.Community;
import kontor.importer.source.Table;
import kontor.importer.source.Titled;

/** What is printed, line by line. */
public final class Report {

    private static final String COLUMNS = "  %-30s %9s %9s %9s %9s";
    private static final int LINES_MAX = 200;

    private Report() {}

    /** Counts per table after an import. */
    public static <T extends Titled> List<String> counts(T[] tables, ToIntFunction<T> read, Tally tally) {
        List<String> lines = new ArrayList<>();
        lines.add(COLUMNS.formatted("table", "read", "created", "matched", "unchanged"));
        for (T table : tables) {
            lines.add(COLUMNS.formatted(
                    table.title(),
                    number(read.applyAsInt(table)),
                    number(tally.of(table, Outcome.CREATED)),
                    number(tally.of(table, Outcome.MATCHED)),
                    number(tally.of(table, Outcome.UNCHANGED))));
        }
        return lines;
    }

    /** What an import would do. */
    public static List<String> plan(Community community, Existing existing, int pictures) {
        List<String> lines = new ArrayList<>();
        lines.add("  %-30s %9s".formatted("table", "read"));
        for (Table table : Table.values()) {
            String plan = switch (table) {
                case USERS -> there(existing.importedMembers().size());
                case RANKS -> there(Existing.imported(existing.ranks()).size());
                case TAGS -> there(Existing.imported(existing.tags()).size());
                case PRODUCTS -> there(Existing.imported(existing.products()).size());
                case UPLOADS -> "  %d pictures would be sent".formatted(pictures);
                default -> "";
            };
            lines.add("  %-30s %9s%s".formatted(table.title(), number(community.read(table)), plan));
        }
        return lines;
    }

    private static String there(int count) {
        return count == 0 ? "" : "  %d of them were imported before".formatted(count);
    }

    /** What agrees, what is explained, and what differs. */
    public static List<String> comparison(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        add(lines, "  equal: ", comparison.agreed());
        add(lines, "  explained: ", comparison.explained());
        add(lines, "  DIFFERENT: ", comparison.differences());
        return lines;
    }

    private static void add(List<String> lines, String prefix, List<String> found) {
        found.stream().limit(LINES_MAX).forEach(line -> lines.add(prefix + line));
        if (found.size() > LINES_MAX) {
            lines.add("%sand %d more".formatted(prefix, found.size() - LINES_MAX));
        }
    }

    private static String number(int number) {
        return "%d".formatted(number);
    }
}
