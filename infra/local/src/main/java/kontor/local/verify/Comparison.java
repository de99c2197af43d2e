package kontor.local.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two services that must say the same: each side is a query of key and value. A text file holds the statement, then
 * {@code -- left: <service>} with its query and {@code -- right: <service>} with its own; {@code within} instead of
 * {@code right} lets the right side know more.
 */
record Comparison(String statement, Side left, Side right, boolean rightMayHaveMore) implements Inquiry {

    private static final int MOST = 20;
    private static final Pattern FORM = Pattern.compile(
            "-- (?<statement>.*)\\R-- left: (?<left>\\w+)\\R(?<leftSql>[\\s\\S]*?)-- (?<way>right|within): (?<right>\\w+)\\R(?<rightSql>[\\s\\S]*)");

    /** One service and its query. */
    record Side(String service, String sql) {}

    static Comparison of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "Not a comparison: " + text.lines().findFirst().orElse(""));
        }
        return new Comparison(
                form.group("statement"),
                new Side(form.group("left"), form.group("leftSql")),
                new Side(form.group("right"), form.group("rightSql")),
                form.group("way").equals("within"));
    }

    @Override
    public String place() {
        return left.service() + ", " + right.service();
    }

    @Override
    public List<String> offenders(Databases databases) throws SQLException {
        Map<String, String> said = read(databases, left);
        Map<String, String> heard = read(databases, right);
        TreeSet<String> keys = new TreeSet<>(said.keySet());
        if (!rightMayHaveMore) {
            keys.addAll(heard.keySet());
        }
        List<String> offenders = new ArrayList<>();
        for (String key : keys) {
            @Nullable String one = said.get(key);
            @Nullable String other = heard.get(key);
            if (offenders.size() < MOST && (one == null || !one.equals(other))) {
                offenders.add("%s: %s says %s, %s says %s"
                        .formatted(key, left.service(), shown(one), right.service(), shown(other)));
            }
        }
        return offenders;
    }

    private static Map<String, String> read(Databases databases, Side side) throws SQLException {
        try (Connection connection = databases.of(side.service())) {
            return KeyedRows.of(connection, side.sql());
        }
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value;
    }
}
