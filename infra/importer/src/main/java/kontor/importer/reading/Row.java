package kontor.importer.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kontor.importer.source.Stamp;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/**
 * The row a reader stands on. SQLite lets any column hold anything, so each value is judged; in the place of one that
 * does not fit the caller gets some value, and the finding keeps the row from being used.
 */
final class Row {

    static final long MONEY_MAX = 9_999_999_999L;

    private static final Stamp NEVER = new Stamp(Instant.EPOCH, false);

    private final Table table;
    private final ResultSet values;
    private final Findings findings;
    private final Instant now;
    private final long id;

    Row(Table table, ResultSet values, Findings findings, Instant now) throws SQLException {
        this.table = table;
        this.values = values;
        this.findings = findings;
        this.now = now;
        this.id = values.getLong(1);
        if (!(values.getObject(1) instanceof Number)) {
            fault("the id is no whole number");
        }
    }

    long id() {
        return id;
    }

    long reference(String column) throws SQLException {
        return number(column, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Nullable
    Long referenceOrNone(String column) throws SQLException {
        return values.getObject(column) == null ? null : (Long) reference(column);
    }

    int pieces(String column) throws SQLException {
        return (int) number(column, 1, 10_000);
    }

    long money(String column) throws SQLException {
        return number(column, -MONEY_MAX, MONEY_MAX);
    }

    @Nullable
    Long moneyOrNone(String column) throws SQLException {
        return values.getObject(column) == null ? null : (Long) money(column);
    }

    long number(String column, long least, long most) throws SQLException {
        Object value = values.getObject(column);
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number < least || number > most) {
                fault("%s is %d, possible are %d to %d".formatted(column, number, least, most));
                return least;
            }
            return number;
        }
        fault((value == null ? "%s is missing" : "%s is no whole number").formatted(column));
        return least;
    }

    boolean flag(String column) throws SQLException {
        return number(column, 0, 1) == 1;
    }

    Stamp stamp(String column) throws SQLException {
        Object value = values.getObject(column);
        if (!(value instanceof String text)) {
            fault((value == null ? "%s is missing" : "%s is no date with time").formatted(column));
            return NEVER;
        }
        Stamp stamp = Stamp.parse(text).orElse(null);
        if (stamp == null) {
            fault("%s is no date with time, such as 2021-03-04 09:15:00".formatted(column));
            return NEVER;
        }
        if (stamp.at().isAfter(now)) {
            fault("%s lies in the future".formatted(column));
        }
        return stamp;
    }

    Instant instant(String column) throws SQLException {
        return stamp(column).at();
    }

    String text(String column, int most) throws SQLException {
        Object value = values.getObject(column);
        if (!(value instanceof String text)) {
            fault((value == null ? "%s is missing" : "%s is no text").formatted(column));
            return "";
        }
        String tidy = Wording.tidy(text);
        Wording.fault(tidy, 1, most).ifPresent(fault -> fault("%s %s".formatted(column, fault)));
        return tidy;
    }

    /** An empty text is none. */
    @Nullable
    String textOrNone(String column, int most) throws SQLException {
        Object value = values.getObject(column);
        if (value == null || (value instanceof String text && Wording.tidy(text).isEmpty())) {
            return null;
        }
        return text(column, most);
    }

    void fault(String what) {
        findings.add(table, id, what);
    }
}
