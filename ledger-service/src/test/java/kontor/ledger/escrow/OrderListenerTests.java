package kontor.ledger.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested.Direction;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.ledger.escrow.MarketFact.PurchaseCancelled;
import kontor.ledger.escrow.MarketFact.PurchaseDone;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderListenerTests {

    private static final UUID BUYER = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");
    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");
    private static final Map<String, Class<? extends MarketFact>> READ = Map.of(
            Deals.PAYMENT_REQUESTED, PaymentRequested.class,
            Deals.DONE, PurchaseDone.class,
            Deals.CANCELLED, PurchaseCancelled.class,
            Deals.ADJUSTMENT_REQUESTED, AdjustmentRequested.class);

    @Test
    void readsTheExamplesOfPayments() {
        EventSchema contract = EventSchema.of(Deals.PAYMENT_REQUESTED);

        assertThat(read(Deals.PAYMENT_REQUESTED, contract.example()))
                .isEqualTo(new PaymentRequested(501, 61, BUYER, SELLER, 4_398, false));
        assertThat(read(Deals.PAYMENT_REQUESTED, contract.example("external")))
                .isEqualTo(new PaymentRequested(501, 62, BUYER, SELLER, 4_398, true));
    }

    @Test
    void readsTheExamplesOfEnds() {
        EventSchema done = EventSchema.of(Deals.DONE);
        EventSchema cancelled = EventSchema.of(Deals.CANCELLED);
        PurchaseDone arrived = new PurchaseDone(501, BUYER, SELLER, 168, Instant.parse("2026-06-05T17:00:00Z"));
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");

        assertThat(read(Deals.DONE, done.example())).isEqualTo(arrived);
        assertThat(read(Deals.DONE, done.example("unconfirmed"))).isEqualTo(arrived);
        assertThat(read(Deals.CANCELLED, cancelled.example()))
                .isEqualTo(new PurchaseCancelled(501, BUYER, SELLER, PurchaseCancelled.Status.PAID, noon));
        assertThat(read(Deals.CANCELLED, cancelled.example("unpaid")))
                .isEqualTo(new PurchaseCancelled(501, BUYER, SELLER, PurchaseCancelled.Status.OPEN, noon));
    }

    @Test
    void readsTheExamplesOfAdjustments() {
        EventSchema contract = EventSchema.of(Deals.ADJUSTMENT_REQUESTED);
        Instant at = Instant.parse("2026-06-03T11:00:00Z");

        assertThat(read(Deals.ADJUSTMENT_REQUESTED, contract.example()))
                .isEqualTo(new AdjustmentRequested(501, 92, BUYER, SELLER, Direction.REFUND, 1_000, at));
        assertThat(read(Deals.ADJUSTMENT_REQUESTED, contract.example("additional")))
                .isEqualTo(new AdjustmentRequested(501, 92, BUYER, SELLER, Direction.ADDITIONAL, 1_000, at));
    }

    /** A figure that is missing is none of 0, and a word that is missing no "no". */
    @ParameterizedTest
    @CsvSource({
        "purchase-payment-requested, 4398, 0",
        "purchase-payment-requested, 4398, -4398",
        "purchase-payment-requested, 4398, 10000000000",
        "purchase-payment-requested, \"totalMinor\", \"sumMinor\"",
        "purchase-payment-requested, \"requestId\", \"attemptId\"",
        "purchase-payment-requested, \"external\", \"outside\"",
        "purchase-payment-requested, \"buyerId\", \"payerId\"",
        "purchase-payment-requested, 0000000000b1, 0000000000e1",
        "purchase-payment-requested, 0199c0de-0002-7000-8000-0000000000b1, berta",
        "purchase-done, 168, -168",
        "purchase-done, 168, 10000000000",
        "purchase-done, \"feesMinor\", \"costsMinor\"",
        "purchase-done, \"doneAt\", \"endedAt\"",
        "purchase-cancelled, \"PAID\", \"SHIPPED\"",
        "purchase-cancelled, \"oldStatus\", \"before\"",
        "purchase-cancelled, 2026-06-01T12:00:00Z, 2026-02-30T12:00:00Z",
        "adjustment-requested, 1000, 0",
        "adjustment-requested, 1000, 10000000000",
        "adjustment-requested, \"REFUND\", \"GIFT\"",
        "adjustment-requested, \"direction\", \"way\"",
        "adjustment-requested, \"adjustmentId\", \"number\"",
    })
    void takesWhatCannotBeBookedForMalformed(String name, String text, String other) {
        String type = "kontor.order.%s.v1".formatted(name);
        String body = EventSchema.of(type).example();
        assertThat(body).contains(text);

        assertThatThrownBy(() -> read(type, body.replace(text, other))).isInstanceOf(MalformedRecord.class);
    }

    private static MarketFact read(String type, String body) {
        return new Message(
                        Deals.TOPIC,
                        UUID.randomUUID(),
                        type,
                        "501",
                        3,
                        Instant.EPOCH,
                        new Origin(new UUID(0, 1), "correlation", false),
                        null,
                        body)
                .as(Objects.requireNonNull(READ.get(type)));
    }
}
