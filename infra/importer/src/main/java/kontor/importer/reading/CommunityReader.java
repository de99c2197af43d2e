package kontor.importer.reading;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kontor.importer.source.Community;
import kontor.importer.source.Table;

/** Reads a whole community, or refuses it: what a table, a column or a row alone shows to be wrong. */
public final class CommunityReader {

    /** Everything is held in memory. */
    private static final int ROWS_MAX = 1_000_000;

    private final Database database;
    private final Instant now;
    private final Findings findings = new Findings();
    private final Map<Table, Integer> read = new EnumMap<>(Table.class);
    private int rows;

    private CommunityReader(Database database, Instant now) {
        this.database = database;
        this.now = now;
    }

    /** Takes {@code now} for the present: nothing may have happened later. */
    public static Community read(Path file, Instant now) {
        try (Database database = Database.open(file)) {
            return new CommunityReader(database, now).read();
        }
    }

    private Community read() {
        List<String> brokenRules = database.brokenRules();
        Schema schema = new Schema(database);
        schema.require();
        Community community = new Community(
                PeopleTables.read(this), GoodsTables.read(this), ShelfTables.read(this), read, schema.notes());
        findings.refuse();
        if (!brokenRules.isEmpty()) {
            throw new Refused("A row breaks a rule of its table; SQLite says: %s.".formatted(brokenRules.getFirst()));
        }
        return community;
    }

    /** What becomes of a row. */
    @FunctionalInterface
    interface RowMapper<T> {

        T map(Row row) throws SQLException;
    }

    <T> List<T> all(Table table, RowMapper<T> mapper) {
        List<T> all = new ArrayList<>();
        database.read(select(table), values -> {
            if (++rows > ROWS_MAX) {
                throw new Refused("The database holds more than %d rows.".formatted(ROWS_MAX));
            }
            all.add(mapper.map(new Row(table, values, findings, now)));
        });
        read.put(table, all.size());
        return all;
    }

    private static String select(Table table) {
        // A password's hash does not leave the file.
        String columns = String.join(", ", table.columns())
                .replace("password", "password is not null and length(password) > 0 as password");
        boolean hasId = table.columns().getFirst().equals("id");
        return "select %s%s from %s order by 1".formatted(hasId ? "" : "rowid, ", columns, table.title());
    }
}
