package kontor.ledger.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.web.RequestKey;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

class StocktakingCollectionTests {

    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");
    private static final UUID ADA = UUID.fromString("0199c0de-0000-7000-8000-00000000ada0");
    private static final List<CountView> COUNTS = List.of(
            new CountView(1052, 0, true), new CountView(1051, 20, false), new CountView(1053, 1_000_000, false));

    @Test
    void showsItsLinesByRisingProduct() {
        assertThat(stocktaking().whole().lines())
                .extracting(CountView::productId)
                .containsExactly(1051L, 1052L, 1053L);
    }

    @Test
    void isSwitchedToAndFro() {
        StocktakingCollection stocktaking = stocktaking();

        assertThatThrownBy(() -> stocktaking.switchTo(false, ADA, AT)).isInstanceOf(AlreadyInState.class);
        stocktaking.switchTo(true, ADA, AT);
        assertThatThrownBy(() -> stocktaking.switchTo(true, ADA, AT)).isInstanceOf(AlreadyInState.class);
        stocktaking.switchTo(false, ADA, AT);

        assertThat(stocktaking.view().revoked()).isFalse();
        assertThat(stocktaking.version()).isEqualTo(3);
    }

    @Test
    void isCorrectedOnlyToAnotherCount() {
        StocktakingCollection stocktaking = stocktaking();
        Stocktaking line = stocktaking.lineOf(1051).orElseThrow();

        assertThat(stocktaking.correct(line, 20, ADA, AT)).isFalse();
        assertThat(stocktaking.correct(line, 0, ADA, AT)).isTrue();

        assertThat(line.view()).isEqualTo(new CountView(1051, 0, false));
        assertThat(stocktaking.version()).isEqualTo(2);
        assertThat(stocktaking.lineOf(7)).isEmpty();
    }

    static Stream<StocktakingFact> facts() {
        return Stream.of(
                new StocktakingFact.StocktakingBooked(61, ADA, AT, false, COUNTS, 1),
                new StocktakingFact.StocktakingChanged(61, ADA, AT, true, COUNTS, ADA, AT, 2));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fitsItsContract(StocktakingFact fact) {
        String type = fact instanceof StocktakingFact.StocktakingBooked ? "booked" : "changed";

        EventSchema.of("kontor.ledger.stocktaking-" + type + ".v1").assertValid(EventJson.write(fact));
    }

    private static StocktakingCollection stocktaking() {
        StocktakingCollection made =
                new StocktakingCollection(new MakeStocktaking(new RequestKey("c", "o", "k", "f"), ADA, AT, COUNTS));
        ReflectionTestUtils.setField(made, "id", 61L);
        return made;
    }
}
