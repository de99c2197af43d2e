package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the topics of all journeys alone, reporting computes what the services say, and again from nothing. */
@Order(105)
@ExtendWith(ShopExtension.class)
class ReportingIT {

    private static final Duration START = Duration.ofMinutes(3);

    private final Shop shop;
    private final Client admin;
    private final Reports reports;

    ReportingIT(Shop shop) {
        this.shop = shop;
        this.admin = shop.as("ada");
        this.reports = new Reports(shop);
    }

    @Test
    void figuresAreThoseOfTheServicesAlsoAfterARebuild() throws SQLException {
        // It runs since the closing check, which it passed.
        tablesAgree();

        succeed(shop.run(START, "report", "rebuild", "--no-build"));
        reports.caughtUp();
        succeed(shop.run("check"));
        tablesAgree();
        aWrongFigureIsNamed();
        succeed(shop.run("report", "stop"));
    }

    private long firstStocktaking(String sort) {
        return admin.get("/api/v1/stocktakings?revoked=false&limit=1&sort=" + sort)
                .body()
                .required("items")
                .get(0)
                .required("id")
                .asLong();
    }

    /** Whole tables; the check compares row by row with the databases. */
    private void tablesAgree() {
        assertThat(rows(reports.table("statement"))).isNotEmpty().isEqualTo(rows(service("/api/v1/finance/statement")));
        assertThat(rows(reports.table("activity"))).isNotEmpty().isEqualTo(rows(service("/api/v1/finance/activity")));
        assertThat(rows(reports.table("product-sums")))
                .isNotEmpty()
                .isEqualTo(rows(service("/api/v1/finance/product-sums")));
        long first = firstStocktaking("at");
        long last = firstStocktaking("-at");
        assertThat(rows(reports.table("stocktaking-balance?where=start:%d&where=end:%d".formatted(first, last))))
                .isNotEmpty()
                .isEqualTo(rows(service("/api/v1/stocktakings/balance?start=%d&end=%d".formatted(first, last))));
    }

    /** Somebody changes a deposit behind the ledger's back: its table and the events do not agree any more. */
    private void aWrongFigureIsNamed() throws SQLException {
        change("update deposit set amount_minor = amount_minor + 1 where id = (select min(id) from deposit"
                + " where status = 'BOOKED' and not revoked)");
        assertThat(shop.run("check", "--now").output()).contains("deposits and payouts");
        change("update deposit set amount_minor = amount_minor - 1 where id = (select min(id) from deposit"
                + " where status = 'BOOKED' and not revoked)");
    }

    private void change(String sql) throws SQLException {
        try (Connection database = shop.database("ledger");
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private String service(String path) {
        return admin.table(path);
    }

    /** In no order, since names sort differently here and in a database; what is nothing need not be told. */
    private static List<String> rows(String csv) {
        return csv.lines()
                .filter(line -> !line.matches(".*,VAT_PAYABLE,[0-9.]+,0,0,0"))
                .sorted()
                .toList();
    }

    private static void succeed(Command.Result result) {
        assertThat(result.status()).as(result.output()).isZero();
    }
}
