package kontor.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.importing.ProductRow.PriceRow;
import org.junit.jupiter.api.Test;

class ProductRowTests {

    private static final UUID ADMIN = new UUID(0, 1);
    private static final Instant NINE = Instant.parse("2019-03-01T09:00:00Z");

    @Test
    void putsPricesInTheOrderOfTheirTime() {
        List<PriceRow> history =
                history(price("1", NINE.plusSeconds(9)), price("2", NINE), price("3", NINE.plusNanos(1000)));

        assertThat(history).extracting(PriceRow::externalId).containsExactly("2", "3", "1");
        assertThat(history).extracting(PriceRow::at).containsExactly(NINE, NINE.plusNanos(1000), NINE.plusSeconds(9));
    }

    /** There is one price at any instant; who comes next is pushed on as well. */
    @Test
    void letsPricesOfOneInstantFollowEachOther() {
        List<PriceRow> history =
                history(price("1", NINE), price("2", NINE), price("3", NINE), price("4", NINE.plusNanos(2000)));

        assertThat(history).extracting(PriceRow::externalId).containsExactly("1", "2", "3", "4");
        assertThat(history)
                .extracting(PriceRow::at)
                .containsExactly(NINE, NINE.plusNanos(1000), NINE.plusNanos(2000), NINE.plusNanos(3000));
    }

    private static PriceRow price(String externalId, Instant at) {
        return new PriceRow(externalId, at, 5L, ADMIN);
    }

    private static List<PriceRow> history(PriceRow... prices) {
        return new ProductRow(
                        "1",
                        NINE,
                        ADMIN,
                        "Tea",
                        null,
                        true,
                        StockPolicy.TRACKED,
                        true,
                        null,
                        List.of(),
                        Stream.of(prices).toList(),
                        null,
                        null,
                        null,
                        null)
                .history();
    }
}
