package kontor.local.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A figure that must be what a service says (R-3). A text file holds the statement, the table of reporting, its columns
 * that make the key and the value, and the service with its query of key and value; parts are joined by {@code |}.
 * Rows of one key are added up, and a row of nothing but zeros is the same as none.
 */
record ReportedFigure(
        String statement,
        String table,
        List<String> key,
        List<String> value,
        String service,
        String sql,
        FigureReader figures)
        implements Inquiry {

    private static final int MOST = 20;
    private static final Pattern FORM = Pattern.compile(String.join(
            "\\R",
            "-- (?<statement>.*)",
            "-- table: (?<table>\\S+)",
            "-- key: (?<key>.*)",
            "-- value: (?<value>.*)",
            "-- control: (?<service>\\w+)",
            "(?<sql>[\\s\\S]*)"));

    /** The business zone of days and months (G-16). */
    private static final String ZONE = "{zone}";

    static ReportedFigure of(String text, FigureReader figures) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "Not a figure: " + text.lines().findFirst().orElse(""));
        }
        return new ReportedFigure(
                form.group("statement"),
                form.group("table"),
                columns(form.group("key")),
                columns(form.group("value")),
                form.group("service"),
                form.group("sql").replace(ZONE, System.getenv().getOrDefault("KONTOR_ZONE", "UTC")),
                figures);
    }

    private static List<String> columns(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    @Override
    public String place() {
        return service + ", reporting";
    }

    @Override
    public List<String> offenders(Databases databases) throws SQLException {
        try (Connection connection = databases.of(service)) {
            Map<String, String> told = added(figures.rows(table));
            Map<String, String> kept = KeyedRows.of(connection, sql);
            TreeSet<String> keys = new TreeSet<>(kept.keySet());
            keys.addAll(told.keySet());
            List<String> offenders = new ArrayList<>();
            for (String one : keys) {
                String says = worth(kept.get(one));
                String reports = worth(told.get(one));
                if (offenders.size() < MOST && !says.equals(reports)) {
                    offenders.add("%s: %s says %s, reporting says %s".formatted(one, service, says, reports));
                }
            }
            return offenders;
        } catch (Trouble cause) {
            return List.of("It could not be asked: " + cause.getMessage());
        }
    }

    /** By key, each value column added up; what is no number is taken as it is. */
    Map<String, String> added(JsonNode rows) {
        Map<String, List<String>> sums = new TreeMap<>();
        for (JsonNode row : rows) {
            List<String> values = value.stream()
                    .map(column -> row.required(column).asString())
                    .toList();
            String place =
                    key.stream().map(column -> row.required(column).asString()).collect(Collectors.joining("|"));
            sums.merge(place, values, ReportedFigure::plus);
        }
        Map<String, String> added = new TreeMap<>();
        sums.forEach((place, values) -> added.put(place, String.join("|", values)));
        return added;
    }

    private static List<String> plus(List<String> one, List<String> other) {
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sums.add(Long.toString(Math.addExact(Long.parseLong(one.get(i)), Long.parseLong(other.get(i)))));
        }
        return sums;
    }

    private static String worth(@Nullable String value) {
        return value == null || value.matches("0(\\|0)*") ? "nothing" : value;
    }
}
