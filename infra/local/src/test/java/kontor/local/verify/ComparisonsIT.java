package kontor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.local.stack.Texts;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Comparisons of the market, of support and of chat against the migrations of all services as they are, with a purchase
 * in each state and tickets about some: they hold where all say the same, and each notices the fault that it is for.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ComparisonsIT {

    private static final Path CHECKOUT = Path.of("../..");
    private static final Path COMPARISONS = CHECKOUT.resolve("infra/local/src/main/resources/compare");
    private static final List<String> SERVICES =
            List.of("identity", "catalog", "ledger", "order", "invoice", "support", "chat");
    private static final Path STORIES = Path.of("src/test/resources");

    /** The later ones go on with what is in the earlier ones. */
    private static final List<String> TOLD = List.of(
            "market/order",
            "market/catalog",
            "market/ledger",
            "talk/support",
            "talk/chat",
            "talk/order",
            "talk/catalog",
            "talk/ledger",
            "talk/invoice");

    private final Map<String, TestDatabase> databases = new HashMap<>();

    @BeforeAll
    void plant() throws IOException, SQLException {
        for (String service : SERVICES) {
            TestDatabase database = PostgresServer.createFor(service);
            databases.put(service, database);
            for (String folder : List.of(
                    "infra/platform/src/main/resources/db/platform",
                    service + "-service/src/main/resources/db/migration")) {
                for (String migration : Texts.in(CHECKOUT.resolve(folder), ".sql")) {
                    execute(
                            service,
                            migration.replace("${app}", database.app().name()).replace("${currency}", "EUR"));
                }
            }
        }
        for (String story : TOLD) {
            execute(story.substring(story.indexOf('/') + 1), Files.readString(STORIES.resolve(story + ".sql")));
        }
        // Faults are planted where nobody is allowed to make them.
        for (String table : List.of("escrow_payment", "escrow_adjustment", "entry")) {
            execute("ledger", "alter table %s disable trigger user".formatted(table));
        }
        execute("catalog", "alter table listing_reservation disable trigger user");
    }

    @Test
    void holdWhereAllServicesSayTheSame() throws SQLException {
        for (String text : Texts.in(COMPARISONS, ".sql")) {
            Comparison comparison = Comparison.of(text);
            assertThat(comparison.offenders(this::connect))
                    .as(comparison.statement())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/compare/faults.csv", delimiter = '|', useHeadersInDisplayName = true)
    void noticeTheFaultThatTheyAreThereFor(String name, String service, String change) throws Exception {
        Comparison comparison = Comparison.of(Files.readString(COMPARISONS.resolve(name + ".sql")));

        execute(service, change.replace("{sign}", "+"));
        List<String> offenders = comparison.offenders(this::connect);
        execute(service, change.replace("{sign}", "-"));

        assertThat(offenders).as(comparison.statement()).isNotEmpty();
        assertThat(comparison.offenders(this::connect)).isEmpty();
    }

    private Connection connect(String service) throws SQLException {
        TestDatabase database = Objects.requireNonNull(databases.get(service), service);
        return database.dataSource(database.owner()).getConnection();
    }

    private void execute(String service, String sql) throws SQLException {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
