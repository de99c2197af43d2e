package kontor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.stream.Stream;
import kontor.local.stack.Texts;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comparisons of the market against the migrations of all services as they are, with a purchase in each state: they hold
 * where order, catalog and ledger say the same, and each of them notices the fault that it is there for.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MarketComparisonsIT {

    private static final Path CHECKOUT = Path.of("../..");
    private static final Path COMPARISONS = CHECKOUT.resolve("infra/local/src/main/resources/compare");
    private static final List<String> SERVICES =
            List.of("identity", "catalog", "ledger", "order", "invoice", "support", "chat");
    private static final List<String> TRADERS = List.of("order", "catalog", "ledger");

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
        for (String service : TRADERS) {
            execute(service, Files.readString(Path.of("src/test/resources/market/%s.sql".formatted(service))));
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

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("listings-order", "order", "update known_listing set available = available %s 1"),
                fault("packagings-order", "order", "update known_packaging set weight_g = weight_g %s 1"),
                fault("packagings-applied-order", "order", applied("kontor.catalog.packaging.v1")),
                fault("reservations-applied-order", "order", applied("kontor.catalog.reservation.v1")),
                fault("escrow-applied-order", "order", applied("kontor.ledger.escrow.v1")),
                fault("purchases-applied-catalog", "catalog", applied("kontor.order.market-purchase.v1")),
                fault("purchases-applied-ledger", "ledger", applied("kontor.order.market-purchase.v1")),
                fault("purchased-pieces-catalog", "catalog", reservation("HELD", "CONSUMED", 4)),
                fault("purchased-pieces-catalog", "catalog", reservation("RELEASED", "HELD", 2)),
                fault("reserved-listings-order", "catalog", reservation("HELD", "RELEASED", 5)),
                fault(
                        "escrow-ledger",
                        "ledger",
                        "update account set balance_minor = balance_minor %s 7 where id = 204"),
                fault(
                        "escrow-ledger",
                        "ledger",
                        "update escrow set paid_minor = paid_minor %s 1 where purchase_id = 3"),
                fault(
                        "escrow-ledger",
                        "order",
                        "update market_purchase set refunded_minor = refunded_minor %s 1 where id = 2"),
                fault("market-money-ledger", "ledger", entry("account_id = account_id %s 1", 2, -4_398)),
                fault("market-money-ledger", "ledger", entry("amount_minor = amount_minor %s 1", 14, 3_230)),
                fault(
                        "market-money-ledger",
                        "ledger",
                        "update entry set transfer_id = transfer_id %s 1 where transfer_id in (2, 3) and amount_minor = 4398 and account_id = 202"),
                fault(
                        "payments-ledger",
                        "ledger",
                        "update escrow_payment set request_id = request_id %s 100 where purchase_id = 2"),
                fault(
                        "adjustments-ledger",
                        "ledger",
                        "update escrow_adjustment set adjustment_id = adjustment_id %s 100 where purchase_id = 4"));
    }

    /** @param change done with plus and undone with minus */
    private static Arguments fault(String comparison, String service, String change) {
        return arguments(comparison, service, change);
    }

    private static String applied(String topic) {
        return "update inbox_version set version = version %%s 1 where topic = '%s'".formatted(topic);
    }

    private static String reservation(String wrong, String right, int purchase) {
        return "update listing_reservation set state = case '%%s' when '+' then '%s' else '%s' end where purchase_id = %d"
                .formatted(wrong, right, purchase);
    }

    private static String entry(String change, int transfer, int amount) {
        return "update entry set %s where transfer_id = %d and abs(amount_minor - %d) <= 1"
                .formatted(change, transfer, amount);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noticeTheFaultThatTheyAreThereFor(String name, String service, String change) throws Exception {
        Comparison comparison = Comparison.of(Files.readString(COMPARISONS.resolve(name + ".sql")));

        execute(service, change.formatted("+"));
        List<String> offenders = comparison.offenders(this::connect);
        execute(service, change.formatted("-"));

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
