package kontor.local.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What a query of key and value says, read in portions. */
final class KeyedRows {

    private static final int FETCH = 5_000;

    private KeyedRows() {}

    static Map<String, String> of(Connection connection, String sql) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        connection.setAutoCommit(false);
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(FETCH);
            ResultSet rows = query.executeQuery(sql);
            while (rows.next()) {
                values.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return values;
    }
}
