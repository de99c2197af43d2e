package kontor.local.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A query of a service's {@code verify} set: its first line says the statement, each returned row is an offender. */
record VerifyQuery(String service, String statement, String sql) implements Inquiry {

    private static final int MOST = 20;

    static VerifyQuery of(String service, String text) {
        int end = text.indexOf('\n');
        if (!text.startsWith("--") || end < 0) {
            throw new IllegalArgumentException(
                    "A verify query of %s does not begin with its statement.".formatted(service));
        }
        return new VerifyQuery(service, text.substring(2, end).strip(), text.substring(end + 1));
    }

    @Override
    public String place() {
        return service;
    }

    @Override
    public List<String> offenders(Databases databases) throws SQLException {
        List<String> offenders = new ArrayList<>();
        try (Connection connection = databases.of(service);
                Statement query = connection.createStatement()) {
            query.setMaxRows(MOST);
            ResultSet rows = query.executeQuery(sql);
            while (rows.next()) {
                offenders.add(line(rows));
            }
        }
        return offenders;
    }

    private static String line(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        StringJoiner line = new StringJoiner(", ");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            line.add(columns.getColumnLabel(i) + " " + rows.getString(i));
        }
        return line.toString();
    }
}
