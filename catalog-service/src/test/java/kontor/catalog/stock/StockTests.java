package kontor.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockTests {

    private static final Instant BASE = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-05T10:00:00Z");

    @Test
    void countsFromNothingUntilSomebodyCounts() {
        Stock stock = new Stock(1);

        move(stock, 5, "2020-01-01T00:00:00Z");
        move(stock, -7, "2026-01-01T00:00:00Z");

        assertThat(stock.onHand()).isEqualTo(-2);
        assertThat(stock.base()).isEqualTo(Base.NONE);
    }

    /** Example 3 of the domain page. */
    @Test
    void addsWhatMovedSinceTheBase() {
        Stock stock = counted(20);

        move(stock, -3, "2026-06-02T12:00:00Z");
        move(stock, -2, "2026-05-30T12:00:00Z");
        move(stock, 12, "2026-06-03T12:00:00Z");
        assertThat(stock.onHand()).isEqualTo(29);

        move(stock, 3, "2026-06-02T12:00:00Z");
        assertThat(stock.onHand()).isEqualTo(32);

        move(stock, 2, "2026-05-30T12:00:00Z");
        assertThat(stock.onHand()).isEqualTo(32);

        stock.rebase(new Base(62L, 31, Instant.parse("2026-06-04T08:00:00Z")), 0, NOW);
        assertThat(stock.onHand()).isEqualTo(31);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T07:59:59.999999Z, 20", "2026-06-01T08:00:00Z,        17", "2026-06-01T08:00:00.000001Z, 17"
    })
    void takesAMoveAtTheVeryTimeOfTheBase(String at, int expected) {
        Stock stock = counted(20);

        move(stock, -3, at);

        assertThat(stock.onHand()).isEqualTo(expected);
    }

    @Test
    void countsAnewFromNothingWhenItIsCountedAgain() {
        Stock stock = counted(20);
        stock.untrack();

        stock.track(NOW);
        move(stock, -3, "2026-06-02T12:00:00Z");

        assertThat(stock.isTracked()).isTrue();
        assertThat(stock.onHand()).isZero();
        assertThat(stock.base()).isEqualTo(new Base(null, 0, NOW));
    }

    @Test
    void forgetsABaseThatIsTakenBack() {
        Stock stock = counted(20);

        stock.rebase(Base.NONE, 21, NOW);

        assertThat(stock.onHand()).isEqualTo(21);
    }

    @Test
    void promisesNoMoreThanThereIs() {
        Stock stock = counted(9);

        stock.hold(4);
        stock.hold(5);

        assertThat(stock.available()).isZero();
        assertThatThrownBy(() -> stock.hold(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stock.hold(-10)).isInstanceOf(IllegalStateException.class);
        stock.hold(-9);
        assertThat(stock.available()).isEqualTo(9);
        assertThat(stock.isReserved()).isFalse();
    }

    /** Promised pieces that leave change nothing that others may have, and so nothing goes short. */
    @Test
    void keepsWhatIsAvailableWhenPromisedPiecesLeave() {
        Stock stock = counted(5);
        stock.hold(5);

        stock.take(out(-5, "2026-06-02T12:00:00Z"), 5);

        assertThat(stock.onHand()).isZero();
        assertThat(stock.available()).isZero();
        assertThat(stock.isReserved()).isFalse();
    }

    private static StockMove out(int delta, String at) {
        return new StockMove(new Movement(1, MoveKind.RETAIL_OUT, delta, Instant.parse(at), "order:1:1", null), NOW);
    }

    static Stock counted(int pieces) {
        Stock stock = new Stock(1);
        stock.rebase(new Base(61L, pieces, BASE), 0, BASE);
        return stock;
    }

    static void move(Stock stock, int delta, String at) {
        stock.take(new StockMove(new Movement(1, MoveKind.SHELF, delta, Instant.parse(at), "shelf:1:1", null), NOW), 0);
    }
}
