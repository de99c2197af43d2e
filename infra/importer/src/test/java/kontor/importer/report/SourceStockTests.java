package kontor.importer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.importer.report.SourceStock.Base;
import kontor.importer.report.SourceStock.Brought;
import kontor.importer.source.Shelf;
import kontor.importer.source.Stamp;
import org.junit.jupiter.api.Test;

class SourceStockTests {

    private final SourceStock stock = new SourceStock();

    @Test
    void countsEverythingWhereNothingWasCounted() {
        stock.purchases().add(bought("2020-01-01 10:00:00", 3));
        stock.lines().add(brought("2020-01-02 10:00:00.000000", 10, false));

        assertThat(stock.shown()).isEqualTo(7).isEqualTo(stock.right());
        assertThat(stock.reasons()).isEmpty();
    }

    @Test
    void startsFromTheCount() {
        stock.counts().add(counted(1, "2020-02-01 08:00:00.000000", 20));
        stock.purchases().add(bought("2020-01-30 10:00:00", 3));
        stock.purchases().add(bought("2020-02-02 10:00:00", 2));

        assertThat(stock.shown()).isEqualTo(18).isEqualTo(stock.right());
    }

    @Test
    void explainsRevokedReplenishments() {
        stock.lines().add(brought("2020-01-02 10:00:00.000000", 10, true));

        assertThat(stock.shown()).isEqualTo(10);
        assertThat(stock.right()).isZero();
        assertThat(stock.reasons())
                .isEqualTo(List.of("the source counts 10 pieces of replenishments that were revoked"));
    }

    @Test
    void explainsAStocktakingThatWasEnteredLate() {
        stock.counts().add(counted(1, "2020-02-01 08:00:00.000000", 20));
        stock.counts().add(counted(2, "2020-01-01 08:00:00.000000", 5));
        stock.purchases().add(bought("2020-01-15 10:00:00", 1));

        assertThat(stock.shown()).isEqualTo(4);
        assertThat(stock.right()).isEqualTo(20);
        assertThat(stock.reasons())
                .isEqualTo(List.of(
                        "the source starts from stocktaking 2, which was entered last, and not from 1, which is "
                                + "newer"));
    }

    @Test
    void explainsWhatHappenedInTheSecondOfTheStocktaking() {
        stock.counts().add(counted(1, "2020-02-01 08:00:00.000000", 20));
        stock.purchases().add(bought("2020-02-01 08:00:00", 4));
        stock.purchases().add(bought("2020-02-01 08:00:00.000000", 1));

        assertThat(stock.shown()).isEqualTo(19);
        assertThat(stock.right()).isEqualTo(15);
        assertThat(stock.reasons())
                .isEqualTo(List.of("the source overlooks what happened in the same second as the stocktaking"));
    }

    private static Base counted(long id, String at, int count) {
        return new Base(new Shelf.Count(id, count, 1, id), new Shelf.Stocktaking(id, stamp(at), false, 1));
    }

    private static Shelf.Purchase bought(String at, int amount) {
        return new Shelf.Purchase(1, stamp(at), null, 2, 1, 100, amount, false);
    }

    private static Brought brought(String at, int amount, boolean revoked) {
        return new Brought(
                new Shelf.Line(1, 1, 1, revoked, amount, 500),
                new Shelf.Collection(1, stamp(at), 1, 2, false, "market"));
    }

    private static Stamp stamp(String text) {
        return Stamp.parse(text).orElseThrow();
    }
}
