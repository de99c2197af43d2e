package kontor.ledger.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.ledger.account.Money;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.NotAllowedInState;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DepositTests {

    private static final Instant NOW = Instant.parse("2026-05-10T16:20:05Z");
    private static final UUID BEN = UUID.fromString("0199c0de-0001-7000-8000-0000000000be");
    private static final UUID ADA = UUID.fromString("0199c0de-0000-7000-8000-00000000ada0");
    private static final UUID DORA = UUID.fromString("0199c0de-0003-7000-8000-0000000000d0");

    @Test
    void isBookedAtOnceWithoutApproval() {
        Deposit deposit = deposit(false);

        assertThat(deposit.isBooked()).isTrue();
    }

    @Test
    void waitsForAnotherAdmin() {
        Deposit deposit = deposit(true);

        assertThatThrownBy(() -> deposit.decide(ADA, true, NOW)).isInstanceOf(SecondAdminRequired.class);
        assertThat(deposit.isBooked()).isFalse();

        deposit.decide(DORA, true, NOW);
        assertThat(deposit.isBooked()).isTrue();
    }

    @Test
    void isDecidedOnce() {
        Deposit deposit = deposit(true);
        deposit.decide(DORA, false, NOW);

        assertThatThrownBy(() -> deposit.decide(DORA, true, NOW)).isInstanceOf(NotAllowedInState.class);
        assertThat(deposit.isBooked()).isFalse();
    }

    @Test
    void isSwitchedOnlyWhileBooked() {
        Deposit deposit = deposit(true);

        assertThatThrownBy(() -> deposit.switchTo(true, ADA, NOW)).isInstanceOf(NotAllowedInState.class);
    }

    @Test
    void isSwitchedToAndFro() {
        Deposit deposit = deposit(false);

        assertThatThrownBy(() -> deposit.switchTo(false, ADA, NOW)).isInstanceOf(AlreadyInState.class);
        deposit.switchTo(true, ADA, NOW);
        assertThatThrownBy(() -> deposit.switchTo(true, ADA, NOW)).isInstanceOf(AlreadyInState.class);
        deposit.switchTo(false, ADA, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 500, false",
        "500, -500, false",
        "500, 501, true",
        "500, -501, true",
        "0, 1, true",
        ", 1000000000, false"
    })
    void needsApprovalAboveTheLimit(@org.jspecify.annotations.Nullable Long limit, long amount, boolean isNeeded) {
        assertThat(new DepositSettings(limit).needsApproval(amount)).isEqualTo(isNeeded);
    }

    static Stream<DepositFact> facts() {
        return Stream.of(
                new DepositFact.DepositRequested(78, BEN, 750_000, ADA, NOW, null, 1),
                new DepositFact.DepositBooked(77, BEN, 5_000, ADA, NOW, null, null, null, 1),
                new DepositFact.DepositBooked(78, BEN, 750_000, ADA, NOW, 14L, DORA, NOW, 2),
                new DepositFact.DepositRejected(79, BEN, 750_000, ADA, NOW, null, DORA, NOW, 2),
                new DepositFact.DepositRevoked(77, BEN, -5_000, ADA, NOW, null, DORA, NOW, 2),
                new DepositFact.DepositReapplied(77, BEN, 5_000, ADA, NOW, null, ADA, NOW, 3));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fitsItsContract(DepositFact fact) {
        String name = fact.getClass().getSimpleName();
        String type = "kontor.ledger.deposit-%s.v1"
                .formatted(name.substring("Deposit".length()).toLowerCase(java.util.Locale.ROOT));

        EventSchema.of(type).assertValid(EventJson.write(fact));
    }

    @Test
    void tellsWhereAMemberOfABatchWasNamed() {
        MakeDeposit batch = new MakeDeposit(
                new kontor.platform.web.RequestKey("c", "o", "k", "f"),
                ADA,
                List.of(DORA, BEN),
                true,
                new Money(5),
                "x");

        assertThat(batch.pointerTo(BEN)).isEqualTo("/memberIds/1");
    }

    private static Deposit deposit(boolean isPending) {
        return new Deposit(BEN, new DepositTerms.Terms(ADA, new Money(5_000), "cash", null, isPending, NOW));
    }
}
