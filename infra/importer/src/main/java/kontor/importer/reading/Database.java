package kontor.importer.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * An SQLite file, opened so that nothing can change it: read-only, without journal or lock, and with no function of the
 * file's own making trusted.
 */
final class Database implements AutoCloseable {

    private static final byte[] HEAD = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CELL_BYTES_MAX = 1_000_000;
    private static final int PROBLEMS_MAX = 20;

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file) {
        requireReadable(file);
        try {
            Properties properties = new Properties();
            properties.setProperty("open_mode", Integer.toString(0x01 | 0x40)); // read-only, the address is a URI
            properties.setProperty("limit_length", Integer.toString(CELL_BYTES_MAX));
            String address =
                    "jdbc:sqlite:" + file.toAbsolutePath().normalize().toUri().toASCIIString() + "?mode=ro&immutable=1";
            return new Database(file, new org.sqlite.JDBC().connect(address, properties)).distrust();
        } catch (SQLException unreadable) {
            throw damaged(file, unreadable);
        }
    }

    private Database distrust() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
            return this;
        } catch (SQLException unreadable) {
            close();
            throw damaged(file, unreadable);
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused("%s is no file that can be read.".formatted(file));
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            if (!Arrays.equals(bytes.readNBytes(HEAD.length), HEAD)) {
                throw new Refused("%s is not an SQLite database.".formatted(file));
            }
            for (String ending : List.of("-wal", "-journal")) {
                Path journal = Path.of(file + ending);
                if (Files.exists(journal) && Files.size(journal) > 0) {
                    throw new Refused("%s is in use or was not closed (%s lies beside it); take a backup first."
                            .formatted(file, journal.getFileName()));
                }
            }
        } catch (IOException unreadable) {
            throw new Refused("%s cannot be read: %s.".formatted(file, unreadable.getMessage()));
        }
    }

    /**
     * What SQLite itself finds wrong. A damaged file is refused; rows that break a rule of their table are only named,
     * since they can be told by their ids.
     */
    List<String> brokenRules() {
        List<String> problems = texts("pragma integrity_check(%d)".formatted(PROBLEMS_MAX));
        List<String> rules = problems.stream().filter(Database::isAboutRule).toList();
        for (String problem : problems) {
            if (!problem.equals("ok") && !isAboutRule(problem)) {
                throw new Refused("%s is damaged: %s."
                        .formatted(file, problem.lines().findFirst().orElse("")));
            }
        }
        return rules;
    }

    private static boolean isAboutRule(String problem) {
        return problem.startsWith("NULL value in ")
                || problem.startsWith("CHECK constraint failed in ")
                || problem.startsWith("non-unique entry in ");
    }

    /** The first column of each row. */
    List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        read(sql, row -> texts.add(row.getString(1)));
        return texts;
    }

    void read(String sql, RowReader reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException unreadable) {
            throw damaged(file, unreadable);
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    private static Refused damaged(Path file, SQLException cause) {
        Refused refused = new Refused("%s is damaged or cut off: %s.".formatted(file, cause.getMessage()));
        refused.initCause(cause);
        return refused;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // It was only read.
        }
    }
}
