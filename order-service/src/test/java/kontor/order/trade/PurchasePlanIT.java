package kontor.order.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import kontor.order.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A page of purchases costs what is on it, however many there are. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PurchasePlanIT {

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    private static final String MANY = """
            insert into market_purchase (id, buyer_id, seller_id, placed_by, placed_by_admin, packaging_id,
                shipping_tariff_id, tracked, fee_model_id, ship_from_name, ship_from_street, ship_from_zip_code,
                ship_from_city, ship_from_country, ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city,
                ship_to_country, goods_minor, fees_minor, shipping_minor, total_minor, status, submitted_at, opened_at)
            select -n, lpad(to_hex(n % 500), 32, '0')::uuid, lpad(to_hex(n % 500 + 1000), 32, '0')::uuid,
                lpad(to_hex(n % 500), 32, '0')::uuid, false, 1, 1, true, 1, 'A', 'B', 'C', 'D', 'HU', 'A', 'B', 'C',
                'D', 'HU', 1, 0, 0, 1, 'O', now(), now() - n * interval '1 minute'
            from generate_series(1, 10000) n
            """;

    private final Shop shop;
    private final TestDatabase database;

    PurchasePlanIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        this.database = database;
    }

    /** A statement with parameters that are not bound is explained by the simple protocol alone. */
    private Connection simple() throws SQLException {
        TestDatabase.Role owner = database.owner();
        return DriverManager.getConnection(database.url() + "?preferQueryMode=simple", owner.name(), owner.password());
    }

    /** Whatever is sent: the plan that a connection keeps. */
    private static String sentLater(String list) {
        AtomicInteger number = new AtomicInteger();
        return "(generic_plan) " + PARAMETER.matcher(list).replaceAll(sent -> "\\$" + number.incrementAndGet());
    }

    /** Nothing is filtered by; whose the purchases are does not matter to who sees all. */
    private static String withoutFilters(String list) {
        return PARAMETER.matcher(list).replaceAll("null");
    }

    private String plan(Member caller, UnaryOperator<String> explained) throws SQLException {
        String list = Statements.of(
                        () -> shop.get(caller.bearer(), "/market-purchases").expect(200))
                .stream()
                .filter(sql -> sql.contains("from market_purchase p"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = simple()) {
            connection.setAutoCommit(false);
            JdbcClient among = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            among.sql(MANY).update();
            among.sql("analyze market_purchase").update();
            List<String> plan = among.sql("explain " + explained.apply(list))
                    .query((row, n) -> row.getString(1))
                    .list();
            connection.rollback();
            return String.join("\n", plan);
        }
    }

    @Test
    void findsWhatIsAMembersByIndexes() throws SQLException {
        assertThat(plan(shop.members().verified(), PurchasePlanIT::sentLater))
                .contains("Index Cond: (buyer_id = ", "Index Cond: (seller_id = ")
                .doesNotContain("Seq Scan on market_purchase p");
    }

    @Test
    void readsAllInTheOrderOfTheList() throws SQLException {
        assertThat(plan(shop.admin(), PurchasePlanIT::withoutFilters))
                .contains("Index Scan Backward using market_purchase_opened_at")
                .doesNotContain("Sort");
    }
}
