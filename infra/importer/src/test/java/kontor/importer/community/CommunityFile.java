package kontor.importer.community;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A database file with the tables of shop-db2, filled row by row in one transaction. */
public final class CommunityFile implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();

    private CommunityFile(Connection connection) {
        this.connection = connection;
    }

    /** A new file with empty tables. */
    public static CommunityFile create(Path path) {
        return create(path, schema -> schema);
    }

    /** A new file whose tables are not quite those of shop-db2. */
    public static CommunityFile create(Path path, UnaryOperator<String> change) {
        CommunityFile file = open(path);
        for (String statement : change.apply(CommunitySchema.TABLES).split(";", -1)) {
            if (!statement.isBlank()) {
                file.execute(statement);
            }
        }
        return file;
    }

    /** An existing file, to be changed. */
    public static CommunityFile open(Path path) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
            connection.setAutoCommit(false);
            return new CommunityFile(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Adds a row; SQLite numbers it. */
    public long insert(String table, String columns, @Nullable Object... values) {
        try {
            PreparedStatement insert =
                    inserts.computeIfAbsent(table + columns, key -> prepare(table, columns, values.length));
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(table, failed);
        }
    }

    private PreparedStatement prepare(String table, String columns, int count) {
        String marks = "?" + ", ?".repeat(count - 1);
        try {
            return connection.prepareStatement(
                    "insert into %s (%s) values (%s)".formatted(table, columns, marks),
                    Statement.RETURN_GENERATED_KEYS);
        } catch (SQLException failed) {
            throw new IllegalStateException(table, failed);
        }
    }

    /** One number, as a query gives it. */
    public long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return Objects.requireNonNull(rows).getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.commit();
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
