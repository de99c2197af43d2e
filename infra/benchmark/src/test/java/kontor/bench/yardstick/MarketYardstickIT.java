package kontor.bench.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.testkit.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Against the migrations of the three services as they are: a change that the yardstick does not know breaks it. */
@TestInstance(Lifecycle.PER_CLASS)
class MarketYardstickIT {

    private MarketTables tables;

    @BeforeAll
    void create() {
        tables = MarketTables.create(
                ScratchServers.embedded(),
                "kontor_bench_market_it",
                Path.of("../.."),
                service -> PostgresServer.createFor(service).app().name());
    }

    @AfterAll
    void drop() {
        tables.close();
    }

    @Test
    void writesAllRowsOfEachPurchaseAndItsPaymentAndNoMore() {
        Contestant yardstick = tables.boughtAndPaid();
        yardstick.prepare();
        long purchases = count("market_purchase where status = 'P'");
        long lines = count("market_purchase_line");
        long logs = count("purchase_log");
        long payments = count("purchase_payment");
        long replies = count("reply");
        long entries = count("ledger.entry");

        Outcome outcome = Briefly.run(yardstick);

        assertThat(outcome.errors()).isEmpty();
        assertThat(count("market_purchase where status = 'P'") - purchases).isEqualTo(outcome.done());
        assertThat(count("market_purchase_line") - lines).isEqualTo(outcome.done());
        assertThat(count("purchase_log") - logs).isEqualTo(2 * outcome.done());
        assertThat(count("purchase_payment") - payments).isEqualTo(outcome.done());
        assertThat(count("reply") - replies).isEqualTo(2 * outcome.done());
        assertThat(count("ledger.entry") - entries).isEqualTo(2 * outcome.done());
        assertThat(count("outbox")).isEqualTo(9 * outcome.done());
    }

    @Test
    void promisesEachPieceOnceAndHoldsWhatWasPaid() {
        Outcome outcome = Briefly.run(tables.boughtAndPaid());

        assertThat(outcome.errors()).isEmpty();
        assertThat(tables.count("""
            select count(*) from catalog.listing l
            where reserved <> (select count(*) from catalog.listing_reservation where listing_id = l.id)
            """)).isZero();
        assertThat(tables.count("select coalesce(sum(amount_minor), 0) from ledger.entry"))
                .isZero();
        assertThat(tables.count("""
            select count(*) from market_purchase p join ledger.account a on a.owner = p.id::text and a.kind = 'ESCROW'
            where a.balance_minor <> p.total_minor
            """)).isZero();
        assertThat(count("ledger.account where kind = 'ESCROW'")).isEqualTo(count("market_purchase"));
    }

    private long count(String table) {
        return tables.count("select count(*) from " + table);
    }
}
