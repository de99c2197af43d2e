package kontor.bench.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.bench.shop.Good;
import kontor.testkit.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Against the migrations of the two services as they are: a change that the yardstick does not know breaks it. */
@TestInstance(Lifecycle.PER_CLASS)
class OrderYardstickIT {

    private static final List<Good> GOODS = LongStream.rangeClosed(1, 6)
            .mapToObj(id -> new Good(id, 1, 249, BigDecimal.ZERO, 249))
            .toList();

    private OrderTables tables;

    @BeforeAll
    void create() {
        tables = OrderTables.create(
                ScratchServers.embedded(),
                "kontor_bench_orders_it",
                Path.of("../.."),
                PostgresServer.createFor("order").app().name(),
                PostgresServer.createFor("catalog").app().name(),
                GOODS);
    }

    @AfterAll
    void drop() {
        tables.close();
    }

    @Test
    void writesAllRowsOfEachOrderAndNoMore() {
        Contestant yardstick = tables.many();
        yardstick.prepare();
        long orders = count("retail_order");
        long items = count("order_item");
        long logs = count("order_log");
        long replies = count("reply");
        long promises = count("catalog.promise");

        Outcome outcome = Briefly.run(yardstick);

        assertThat(outcome.errors()).isEmpty();
        assertThat(count("retail_order") - orders).isEqualTo(outcome.done());
        assertThat(count("order_item") - items).isEqualTo(2 * outcome.done());
        assertThat(count("order_log") - logs).isEqualTo(2 * outcome.done());
        assertThat(count("reply") - replies).isEqualTo(outcome.done());
        assertThat(count("catalog.promise") - promises).isEqualTo(outcome.done());
        assertThat(count("outbox")).isEqualTo(3 * outcome.done());
    }

    @Test
    void promisesEachPieceOnce() {
        Briefly.run(tables.many());
        Outcome outcome = Briefly.run(tables.hot());

        assertThat(outcome.errors()).isEmpty();
        assertThat(tables.count("""
            select count(*) from catalog.stock s
            where reserved <> (select count(*) from catalog.reservation where product_id = s.product_id)
            """)).isZero();
        assertThat(tables.count("select reserved from catalog.stock where product_id = 1"))
                .isGreaterThanOrEqualTo(outcome.done());
    }

    private long count(String table) {
        return tables.count("select count(*) from " + table);
    }
}
