package kontor.bench.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.bench.shop.Good;
import kontor.testkit.PostgresServer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Against the migrations of the ledger as they are: a change there that the yardstick does not know breaks it here. */
@TestInstance(Lifecycle.PER_CLASS)
class YardstickIT {

    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final BigDecimal STANDARD = new BigDecimal("27");
    private static final List<Good> GOODS = List.of(new Good(1, 1, 249, STANDARD, 316), new Good(2, 1, 150, NONE, 150));

    private LedgerTables database;

    @BeforeAll
    void create() {
        TestDatabase ledger = PostgresServer.createFor("ledger");
        database = LedgerTables.create(
                ScratchServers.embedded(),
                "kontor_bench_it",
                Path.of("../.."),
                ledger.app().name(),
                32,
                List.of(NONE, STANDARD));
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void writesAllRowsOfEachPurchaseAndNoMore() {
        Contestant yardstick = database.spread(GOODS);
        long entries = count("entry");
        long purchases = count("shelf_purchase");
        long replies = count("reply");
        long transfers = count("transfer");
        yardstick.prepare();

        Outcome outcome = Briefly.run(yardstick);

        assertThat(outcome.errors()).isEmpty();
        assertThat(count("shelf_purchase") - purchases).isEqualTo(outcome.done());
        assertThat(count("reply") - replies).isEqualTo(outcome.done());
        assertThat(count("transfer") - transfers).isEqualTo(outcome.done());
        assertThat(count("outbox")).isEqualTo(2 * outcome.done());
        assertThat(count("entry") - entries).isBetween(2 * outcome.done() + 1, 3 * outcome.done() - 1);
    }

    @Test
    void keepsTheBooksAsTheLedgerDoes() {
        Briefly.run(database.spread(GOODS));

        assertThat(database.count("select coalesce(sum(amount_minor), 0) from entry"))
                .isZero();
        assertThat(database.count("""
            select count(*) from account a
            where kind = 'MEMBER' and balance_minor <> 1000000000000
                + coalesce((select sum(amount_minor) from entry where account_id = a.id), 0)
            """)).isZero();
        assertThat(database.count("""
            select count(*)
            from (select from entry group by transfer_id having sum(amount_minor) <> 0) unbalanced
            """)).isZero();
    }

    @Test
    void updatesOneSharedBalanceOnlyWhereThatIsMeasured() {
        Briefly.run(database.spread(GOODS));
        long before = sharedVersion();

        Outcome outcome = Briefly.run(database.oneHotRow(GOODS));

        assertThat(before).isZero();
        assertThat(sharedVersion()).isEqualTo(outcome.done());
    }

    private long sharedVersion() {
        return database.count("select version from account where id = " + LedgerTables.SHELF_SALES);
    }

    private long count(String table) {
        return database.count("select count(*) from " + table);
    }
}
