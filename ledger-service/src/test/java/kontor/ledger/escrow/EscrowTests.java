package kontor.ledger.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.ledger.escrow.Escrow.Status;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested.Direction;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.ledger.escrow.MarketFact.PurchaseCancelled;
import kontor.ledger.escrow.MarketFact.PurchaseDone;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EscrowTests {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.030001Z");
    private static final UUID BUYER = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");
    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");
    private static final long FEES = 168;

    private final Escrow escrow = new Escrow(payment(4_398));

    @Test
    void takesTheTotalFromTheBuyer() {
        assertThat(escrow.payment(false)).isEqualTo(new Split(4_398, 0, -4_398, 0, 0));
    }

    @Test
    void takesWhatCameFromOutsideFromCash() {
        assertThat(escrow.payment(true)).isEqualTo(new Split(4_398, 0, 0, 0, -4_398));
    }

    /** Example 4 of the page: a refund while it is under way, done, and what may be refunded later. */
    @Test
    void followsTheExampleOfThePage() {
        escrow.pay(false);

        assertThat(adjusted(Direction.REFUND, 1_000, 4_398)).isEqualTo(new Split(-1_000, 0, 1_000, 0, 0));
        assertThat(escrow.release(3_398, FEES, NOW)).isEqualTo(new Split(-3_398, 3_230, 0, FEES, 0));
        assertThat(escrow.objection(adjustment(Direction.REFUND, 3_399))).isEqualTo("refund-limit");
        assertThat(adjusted(Direction.REFUND, 3_398, 0)).isEqualTo(new Split(0, -3_398, 3_398, 0, 0));
        assertThat(escrow.paidMinor()).isZero();
    }

    /** Held, fees, and what the seller gets or owes (O-29). */
    @ParameterizedTest
    @CsvSource({"4398, 168, 4230", "4398, 0, 4398", "168, 168, 0", "100, 168, -68", "0, 168, -168", "0, 0, 0"})
    void takesTheFeeFirst(long held, long fees, long seller) {
        escrow.pay(false);

        assertThat(escrow.release(held, fees, NOW)).isEqualTo(new Split(-held, seller, 0, fees, 0));
    }

    /** Refund, held, and what each gives (O-29). */
    @ParameterizedTest
    @CsvSource({"1000, 4398, -1000, 0", "1000, 1000, -1000, 0", "1000, 400, -400, -600", "1000, 0, 0, -1000"})
    void refundsFromTheSellerWhatEscrowLacks(long value, long held, long escrowMinor, long sellerMinor) {
        escrow.pay(false);

        assertThat(adjusted(Direction.REFUND, value, held)).isEqualTo(new Split(escrowMinor, sellerMinor, value, 0, 0));
    }

    @Test
    void paysMorePastEscrow() {
        escrow.pay(false);

        assertThat(adjusted(Direction.ADDITIONAL, 700, 4_398)).isEqualTo(new Split(0, 700, -700, 0, 0));
        assertThat(escrow.paidMinor()).isEqualTo(5_098);
    }

    /** All he has paid so far, whoever has it by then (O-30). */
    @Test
    void givesBackWhatWasPaid() {
        escrow.pay(false);
        adjusted(Direction.REFUND, 4_000, 4_398);
        adjusted(Direction.ADDITIONAL, 700, 398);

        assertThat(escrow.giveBack(398, NOW)).isEqualTo(new Split(-398, -700, 1_098, 0, 0));
        assertThat(escrow.paidMinor()).isZero();
    }

    @Test
    void givesNothingBackWhereAllWasRefunded() {
        escrow.pay(false);
        adjusted(Direction.REFUND, 4_398, 4_398);

        assertThat(escrow.giveBack(0, NOW)).isEqualTo(Split.NONE);
    }

    @Test
    void isNotAdjustedOnceItIsReturned() {
        escrow.pay(false);
        escrow.giveBack(4_398, NOW);

        assertThat(escrow.objection(adjustment(Direction.ADDITIONAL, 1))).isEqualTo("unknown-reference");
        assertThat(escrow.objection(adjustment(Direction.REFUND, 1))).isEqualTo("unknown-reference");
    }

    /** What is paid has to fit one entry, or it could never be given back. */
    @ParameterizedTest
    @CsvSource({"9999995601, ", "9999995602, amount-out-of-range"})
    void keepsWhatIsPaidWithinTheRange(long value, @Nullable String code) {
        escrow.pay(false);

        assertThat(escrow.objection(adjustment(Direction.ADDITIONAL, value))).isEqualTo(code);
    }

    @Test
    void refusesASplitThatMakesMoney() {
        assertThatThrownBy(() -> new Split(1, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What can have happened to it: a row per state, for each fact. */
    @ParameterizedTest
    @CsvSource({
        "OPEN, true, false, false, false",
        "FUNDED, true, true, true, true",
        "RELEASED, true, true, true, false",
        "RETURNED, true, true, false, true",
    })
    void takesOnlyWhatCanHaveHappened(
            Status status, boolean isPaid, boolean isAdjusted, boolean isDone, boolean isCancelled) {
        Escrow one = in(status);

        assertThat(one.status()).isEqualTo(status);
        assertThat(one.takes(payment(4_398))).isEqualTo(isPaid);
        assertThat(one.takes(adjustment(Direction.REFUND, 1))).isEqualTo(isAdjusted);
        assertThat(one.takes(new PurchaseDone(501, BUYER, SELLER, FEES, NOW))).isEqualTo(isDone);
        assertThat(one.takes(new PurchaseCancelled(501, BUYER, SELLER, PurchaseCancelled.Status.PAID, NOW)))
                .isEqualTo(isCancelled);
    }

    private static Escrow in(Status status) {
        Escrow one = new Escrow(payment(4_398));
        if (status != Status.OPEN) {
            one.pay(false);
        }
        if (status == Status.RELEASED) {
            one.release(4_398, FEES, NOW);
        } else if (status == Status.RETURNED) {
            one.giveBack(4_398, NOW);
        }
        return one;
    }

    static Stream<EscrowFact> facts() {
        return Stream.of(
                new EscrowFact.EscrowFunded(501, 61, BUYER, 4_398, false, NOW, 1),
                new EscrowFact.EscrowRefused(501, 61, "insufficient-credit", NOW, 1),
                new EscrowFact.EscrowRefused(501, 61, Escrow.UNKNOWN, NOW, 1),
                new EscrowFact.EscrowReleased(501, SELLER, 100, FEES, -68, NOW, 2),
                new EscrowFact.EscrowReturned(501, BUYER, SELLER, 398, -700, 1_098, NOW, 4),
                new EscrowFact.AdjustmentBooked(501, 92, -400, -600, 1_000, NOW, 2),
                new EscrowFact.AdjustmentRefused(501, 92, "insufficient-credit", NOW, 2),
                new EscrowFact.AdjustmentRefused(501, 92, Escrow.REFUND_LIMIT, NOW, 2),
                new EscrowFact.AdjustmentRefused(501, 92, Escrow.OUT_OF_RANGE, NOW, 2),
                new EscrowFact.AdjustmentRefused(501, 92, Escrow.UNKNOWN, NOW, 2));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fitsItsContract(EscrowFact fact) {
        String kebab = fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);

        EventSchema.of("kontor.ledger.%s.v1".formatted(kebab)).assertValid(EventJson.write(fact));
    }

    /** The contract promises an answer of each kind, and the ledger gives no other. */
    @Test
    void hasAFactForEachOfItsContracts() {
        assertThat(facts().<Class<?>>map(EscrowFact::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(List.of(EscrowFact.class.getPermittedSubclasses()));
    }

    private Split adjusted(Direction direction, long value, long held) {
        AdjustmentRequested request = adjustment(direction, value);
        assertThat(escrow.objection(request)).isNull();
        Split split = escrow.adjustment(request, held);
        escrow.adjust(split);
        return split;
    }

    private static PaymentRequested payment(long total) {
        return new PaymentRequested(501, 61, BUYER, SELLER, total, false);
    }

    private static AdjustmentRequested adjustment(Direction direction, long value) {
        return new AdjustmentRequested(501, 92, BUYER, SELLER, direction, value, NOW);
    }
}
