package kontor.ledger.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.ledger.account.Money;
import kontor.platform.messaging.EventJson;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.web.RequestKey;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivableTests {

    private static final Instant NOW = Instant.parse("2026-05-20T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-05-20");
    private static final UUID ADA = UUID.fromString("0199c0de-0001-7000-8000-0000000000ad");
    private static final ReceivableFact.PaymentState STATE = new ReceivableFact.PaymentState(
            801, 61, "4-2026-000018", 202, 1_000, DAY, 2_883, 1_000, DAY.plusDays(9), ADA, 2);

    private final Receivable receivable = new Receivable(invoice());

    @Test
    void takesPaymentsUpToTheGrossSum() {
        receivable.pay(payment(2_000), NOW);

        assertThatThrownBy(() -> receivable.pay(payment(884), NOW)).isInstanceOf(PaymentOutOfRange.class);
        receivable.pay(payment(883), NOW);
        assertThatThrownBy(() -> receivable.pay(payment(1), NOW)).isInstanceOf(PaymentOutOfRange.class);
    }

    @Test
    void paysBackDownToNothing() {
        assertThatThrownBy(() -> receivable.pay(payment(-1), NOW)).isInstanceOf(PaymentOutOfRange.class);

        receivable.pay(payment(500), NOW);
        receivable.pay(payment(-500), NOW);

        assertThat(receivable.paidMinor()).isZero();
    }

    @Test
    void onlyPaysBackOnceCancelled() {
        InvoicePayment first = receivable.pay(payment(500), NOW);
        receivable.close();

        assertThatThrownBy(() -> receivable.pay(payment(1), NOW)).isInstanceOf(PaymentOutOfRange.class);
        assertThatThrownBy(() -> receivable.pay(payment(-501), NOW)).isInstanceOf(PaymentOutOfRange.class);
        InvoicePayment back = receivable.pay(payment(-300), NOW);
        assertThatThrownBy(() -> receivable.switchOver(first, true, ADA)).isInstanceOf(PaymentOutOfRange.class);
        assertThat(receivable.paidMinor()).isEqualTo(200);
        assertThatThrownBy(() -> receivable.switchOver(back, false, ADA)).isInstanceOf(AlreadyInState.class);
    }

    /** What had been revoked before the cancelling would be more than was paid then. */
    @Test
    void takesNoPaymentBackInAfterTheCancelling() {
        InvoicePayment mistake = receivable.pay(payment(500), NOW);
        InvoicePayment right = receivable.pay(payment(400), NOW);

        assertThat(switched(mistake, true)).isEqualTo(400);
        receivable.close();

        assertThatThrownBy(() -> switched(mistake, false)).isInstanceOf(PaymentOutOfRange.class);
        assertThat(switched(right, true)).isZero();
        assertThat(switched(right, false)).isEqualTo(400);
    }

    private long switched(InvoicePayment payment, boolean revoked) {
        receivable.switchOver(payment, revoked, ADA);
        return receivable.paidMinor();
    }

    static Stream<ReceivableFact> facts() {
        return Stream.of(
                new ReceivableFact.ReceivableOpened(801, "4-2026-000018", 202, 2_883, 0, DAY, 1),
                new ReceivableFact.InvoicePaymentRecorded(STATE),
                new ReceivableFact.InvoicePaymentRevoked(STATE),
                new ReceivableFact.InvoicePaymentReapplied(STATE),
                new ReceivableFact.ReceivableClosed(801, "4-2026-000018", 202, 2_883, 1_000, DAY, 5));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fitsItsContract(ReceivableFact fact) {
        String kebab = fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);

        EventSchema.of("kontor.ledger.%s.v1".formatted(kebab)).assertValid(EventJson.write(fact));
    }

    private static IssuedInvoice invoice() {
        return new IssuedInvoice(
                801,
                "4-2026-000018",
                202,
                NOW,
                DAY,
                2_883,
                List.of(new IssuedInvoice.VatRow(new BigDecimal("27"), 2_270, 613)));
    }

    private static Paying.RecordPayment payment(long minor) {
        return new Paying.RecordPayment(new RequestKey("c", "o", "k", "f"), ADA, 801, new Money(minor), DAY, null);
    }
}
