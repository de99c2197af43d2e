package kontor.ledger.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kontor.ledger.replenishment.CollectionView.LineView;
import kontor.ledger.replenishment.ReplenishmentCollection.Change;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.RequestKey;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

class ReplenishmentCollectionTests {

    private static final Instant AT = Instant.parse("2026-05-11T17:30:00Z");
    private static final UUID BEN = UUID.fromString("0199c0de-0001-7000-8000-0000000000be");
    private static final UUID ADA = UUID.fromString("0199c0de-0000-7000-8000-00000000ada0");
    private static final Change NOW = new Change(ADA, AT.plusSeconds(60));
    private static final long MOST = 9_999_999_999L;

    /** The third example of the page. */
    @Test
    void countsWhatIsNotRevoked() {
        ReplenishmentCollection collection = collection(1_200, 800, 500);
        assertThat(effective(collection)).isEqualTo(2_500);

        collection.switchLine(2, true, NOW);
        assertThat(effective(collection)).isEqualTo(1_700);

        collection.switchTo(true, NOW);
        assertThat(effective(collection)).isZero();
        assertThat(collection.view().priceMinor()).isEqualTo(1_700);

        assertThat(collection.switchLine(2, false, NOW)).isFalse();
        assertThat(effective(collection)).isZero();

        collection.switchTo(false, NOW);
        assertThat(effective(collection)).isEqualTo(2_500);
    }

    @Test
    void leavesRevokedLinesRevokedWhenReapplied() {
        ReplenishmentCollection collection = collection(1_200, 800);
        collection.switchLine(1, true, NOW);
        collection.switchTo(true, NOW);

        collection.switchTo(false, NOW);

        assertThat(collection.view().lines()).extracting(LineView::revoked).containsExactly(true, false);
        assertThat(effective(collection)).isEqualTo(800);
    }

    @Test
    void isRevokedWithItsLastLine() {
        ReplenishmentCollection collection = collection(1_200, 800);

        assertThat(collection.switchLine(1, true, NOW)).isFalse();
        assertThat(collection.isRevoked()).isFalse();
        assertThat(collection.switchLine(2, true, NOW)).isTrue();
        assertThat(collection.isRevoked()).isTrue();
    }

    @Test
    void isReappliedOnlyByALineOnceAllAreRevoked() {
        ReplenishmentCollection collection = collection(1_200, 800);
        collection.switchLine(1, true, NOW);
        collection.switchLine(2, true, NOW);

        assertThatThrownBy(() -> collection.switchTo(false, NOW)).isInstanceOf(NotAllowedInState.class);
        assertThat(collection.switchLine(2, false, NOW)).isTrue();

        assertThat(collection.isRevoked()).isFalse();
        assertThat(effective(collection)).isEqualTo(800);
    }

    /** Even if an admin had revoked it by hand (L-22). */
    @Test
    void isReappliedByALineAlthoughRevokedByHand() {
        ReplenishmentCollection collection = collection(1_200);
        collection.switchTo(true, NOW);
        assertThat(collection.switchLine(1, true, NOW)).isFalse();

        assertThat(collection.switchLine(1, false, NOW)).isTrue();

        assertThat(collection.isRevoked()).isFalse();
    }

    @Test
    void staysRevokedByHandWhileALineIsLeft() {
        ReplenishmentCollection collection = collection(1_200, 800);
        collection.switchTo(true, NOW);

        assertThat(collection.switchLine(1, true, NOW)).isFalse();
        assertThat(collection.switchLine(1, false, NOW)).isFalse();

        assertThat(collection.isRevoked()).isTrue();
    }

    /** In another shop lines and collection are switched by rows of their own (G-40). */
    @Test
    void isTakenOverAsItWasSwitched() {
        ReplenishmentCollection collection = collection(1_200);

        collection.switchLineAlone(1, true, NOW);
        assertThat(collection.isRevoked()).isFalse();
        assertThat(effective(collection)).isZero();

        collection.switchAnyway(true, NOW);
        collection.switchAnyway(false, NOW);
        assertThat(collection.isRevoked()).isFalse();

        assertThatThrownBy(() -> collection.switchAnyway(false, NOW)).isInstanceOf(AlreadyInState.class);
        assertThatThrownBy(() -> collection.switchLineAlone(1, true, NOW)).isInstanceOf(AlreadyInState.class);
    }

    /** What was taken over counts although none of its lines does: there is nothing to switch along. */
    @Test
    void isNotReappliedByALineIfItIsNotRevoked() {
        ReplenishmentCollection collection = collection(1_200);
        collection.switchLineAlone(1, true, NOW);

        assertThat(collection.switchLine(1, false, NOW)).isFalse();

        assertThat(collection.isRevoked()).isFalse();
        assertThat(effective(collection)).isEqualTo(1_200);
    }

    @Test
    void refusesTheStateItHas() {
        ReplenishmentCollection collection = collection(1_200, 800);

        assertThatThrownBy(() -> collection.switchTo(false, NOW)).isInstanceOf(AlreadyInState.class);
        assertThatThrownBy(() -> collection.switchLine(1, false, NOW)).isInstanceOf(AlreadyInState.class);
        assertThatThrownBy(() -> collection.switchLine(3, true, NOW)).isInstanceOf(NotFound.class);
        assertThat(collection.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"12, 1200, false", "13, 1200, true", "12, 1201, true", "1, -9999999999, true"})
    void isEditedOnlyByOtherValues(int amount, long total, boolean isEdited) {
        ReplenishmentCollection collection = collection(1_200, 800);

        assertThat(collection.editLine(1, amount, total, NOW)).isEqualTo(isEdited);

        assertThat(collection.version()).isEqualTo(isEdited ? 2 : 1);
        assertThat(collection.line(1).version()).isEqualTo(isEdited ? 2 : 1);
        assertThat(effective(collection)).isEqualTo(total + 800);
    }

    @Test
    void isEditedInTimeAndComment() {
        ReplenishmentCollection collection = collection(1_200);

        assertThat(collection.edit(AT, "market", NOW)).isFalse();
        assertThat(collection.edit(AT.minusSeconds(1), "market", NOW)).isTrue();
        assertThat(collection.edit(AT.minusSeconds(1), "farm", NOW)).isTrue();
        assertThat(collection.version()).isEqualTo(3);
    }

    @Test
    void refusesTotalsThatNobodyCanPost() {
        assertThatThrownBy(() -> effective(collection(MOST, 1))).isInstanceOf(AmountOutOfRange.class);

        ReplenishmentCollection collection = collection(MOST, -1);
        collection.switchTo(true, NOW);
        assertThatThrownBy(() -> collection.editLine(2, 1, 1, NOW)).isInstanceOf(AmountOutOfRange.class);
    }

    static Stream<ReplenishmentFact> facts() {
        List<ReplenishmentFact.Line> lines = List.of(
                new ReplenishmentFact.Line(301, 1051, 12, 1_200, false),
                new ReplenishmentFact.Line(302, 1052, 10_000, -800, true));
        return Stream.of(
                new ReplenishmentFact.ReplenishmentBooked(31, BEN, ADA, AT, false, 400, lines, 1),
                new ReplenishmentFact.ReplenishmentChanged(31, BEN, ADA, AT, true, 0, lines, ADA, NOW.at(), 2));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fitsItsContract(ReplenishmentFact fact) {
        String type = fact instanceof ReplenishmentFact.ReplenishmentBooked ? "booked" : "changed";

        EventSchema.of("kontor.ledger.replenishment-" + type + ".v1").assertValid(EventJson.write(fact));
    }

    private static long effective(ReplenishmentCollection collection) {
        return collection.effectiveTotal().minor();
    }

    /** With lines 1, 2, 3 ... as they would be stored. */
    private static ReplenishmentCollection collection(long... totals) {
        List<MakeReplenishment.Line> lines = LongStream.of(totals)
                .mapToObj(total -> new MakeReplenishment.Line(1051, 12, total))
                .toList();
        ReplenishmentCollection made = new ReplenishmentCollection(
                new MakeReplenishment(new RequestKey("c", "o", "k", "f"), ADA, BEN, AT, "market", lines));
        ReflectionTestUtils.setField(made, "id", 31L);
        List<?> stored = Objects.requireNonNull((List<?>) ReflectionTestUtils.getField(made, "lines"));
        IntStream.range(0, totals.length)
                .forEach(index -> ReflectionTestUtils.setField(stored.get(index), "id", index + 1L));
        return made;
    }
}
