package kontor.testkit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Faults that a verify set has to notice, one a line: how the name of the query begins, a colon, a blank, and the
 * statements. A line that begins with a blank goes on with the one before.
 */
public final class PlantedFaults {

    private final List<Fault> faults;
    private final List<String> guarded;

    private PlantedFaults(List<Fault> faults, List<String> guarded) {
        this.faults = faults;
        this.guarded = guarded;
    }

    private record Fault(String query, String sql) {

        static Fault of(String line) {
            int colon = line.indexOf(": ");
            return new Fault(line.substring(0, colon), line.substring(colon + 2));
        }
    }

    /**
     * Reads them.
     *
     * @param guarded tables whose triggers would refuse what the queries are to find
     */
    public static PlantedFaults of(String text, String... guarded) {
        return new PlantedFaults(
                text.replaceAll("\\R +", " ").lines().map(Fault::of).toList(), List.of(guarded));
    }

    /** These, and those of another part of the same service. */
    public PlantedFaults and(PlantedFaults others) {
        return new PlantedFaults(
                Stream.concat(faults.stream(), others.faults.stream()).toList(),
                Stream.concat(guarded.stream(), others.guarded.stream()).toList());
    }

    /** Fails unless there is a fault for each query. */
    public void requireOneForEach(VerifySet set) {
        assertThat(set.names())
                .allSatisfy(name -> assertThat(faults).anyMatch(fault -> name.startsWith(fault.query())));
    }

    /**
     * A test for each fault: its query finds what it did not find before. The fault is rolled back.
     *
     * @param names what stands for <code>{name}</code> in statements; <code>{app}</code> is the application's role
     */
    public Stream<DynamicTest> tests(VerifySet set, Map<String, ?> names) {
        return faults.stream()
                .map(fault -> DynamicTest.dynamicTest(
                        fault.query() + ": " + fault.sql(),
                        () -> assertThat(noticed(set, fault, names)).isNotEmpty()));
    }

    private List<Map<String, @Nullable Object>> noticed(VerifySet set, Fault fault, Map<String, ?> names)
            throws SQLException {
        TestDatabase database = set.database();
        String query = set.whole(set.name(fault.query()));
        try (Connection connection = database.dataSource(database.owner()).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            List<Map<String, @Nullable Object>> before = jdbc.sql(query).query().listOfRows();
            for (String table : guarded) {
                statement.execute("alter table %s disable trigger user".formatted(table));
            }
            statement.execute(
                    filled(fault.sql(), names).replace("{app}", database.app().name()));
            List<Map<String, @Nullable Object>> after = jdbc.sql(query).query().listOfRows();
            connection.rollback();
            return after.stream().filter(row -> !before.contains(row)).toList();
        }
    }

    private static String filled(String sql, Map<String, ?> names) {
        String filled = sql;
        for (Map.Entry<String, ?> name : names.entrySet()) {
            filled = filled.replace("{%s}".formatted(name.getKey()), String.valueOf(name.getValue()));
        }
        return filled;
    }
}
