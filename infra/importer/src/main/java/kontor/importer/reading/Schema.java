package kontor.importer.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.importer.source.Table;

/** Which tables and columns a file has. */
final class Schema {

    /** Of earlier days: shop-db2 drops them when they are empty, and does not read them. */
    private static final List<String> GONE =
            List.of("payoffs", "payoffrevokes", "refunds", "refundrevokes", "turnovers", "turnoverrevokes");

    private static final String UPGRADE = "upgrade it with shop-db2's own migrations first (alembic upgrade head)";

    private final Map<String, String> kinds = new HashMap<>();
    private final Database database;

    Schema(Database database) {
        this.database = database;
        database.read(
                "select name, type from pragma_table_list where schema = 'main'",
                row -> kinds.put(row.getString(1), row.getString(2)));
    }

    /** Refuses a file that is no shop-db2 database, or an older one. */
    void require() {
        if (!kinds.containsKey(Table.USERS.title()) && !kinds.containsKey(Table.PRODUCTS.title())) {
            throw new Refused("The file is a database, but not one of shop-db2: it has no tables users and products.");
        }
        for (Table table : Table.values()) {
            requireTable(table);
        }
    }

    private void requireTable(Table table) {
        String kind = kinds.get(table.title());
        if (kind == null) {
            throw new Refused("The database is incomplete or too old: the table %s is missing; %s."
                    .formatted(table.title(), UPGRADE));
        }
        if (!kind.equals("table")) {
            throw new Refused("The database is not one of shop-db2: %s is a %s there, not a table."
                    .formatted(table.title(), kind.equals("virtual") ? "virtual table" : kind));
        }
        Set<String> columns =
                new HashSet<>(database.texts("select name from pragma_table_info('%s')".formatted(table.title())));
        for (String column : table.columns()) {
            if (!columns.contains(column)) {
                throw new Refused("The database is incomplete or too old: the table %s has no column %s; %s."
                        .formatted(table.title(), column, UPGRADE));
            }
        }
    }

    /** Rows of tables that shop-db2 itself has left behind. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String table : GONE) {
            if ("table".equals(kinds.get(table))) {
                String rows = database.texts("select count(*) from " + table).getFirst();
                if (!rows.equals("0")) {
                    notes.add(
                            "The table %s with %s rows is left aside: shop-db2 has dropped it, and no credit holds it."
                                    .formatted(table, rows));
                }
            }
        }
        return notes;
    }
}
