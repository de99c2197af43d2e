package kontor.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kontor.catalog.reservation.Reservation.Cause;
import kontor.catalog.reservation.Reservation.State;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.Step.Trigger;
import kontor.catalog.stock.Movement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of section 3, every state with every trigger. */
class StepTests {

    private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,        false, ENDED,             -",
                "-,        false, LEFT,              -",
                "-,        false, INVOICE_CANCELLED, TAKE_BACK",
                "-,        false, INVOICE_ISSUED,    -",
                "HELD,     false, ENDED,             RELEASE",
                "HELD,     false, LEFT,              CONSUME",
                "HELD,     false, INVOICE_CANCELLED, RELEASE",
                "HELD,     false, INVOICE_ISSUED,    -",
                "CONSUMED, false, ENDED,             -",
                "CONSUMED, false, LEFT,              -",
                "CONSUMED, false, INVOICE_CANCELLED, TAKE_BACK",
                "CONSUMED, false, INVOICE_ISSUED,    -",
                "RELEASED, false, ENDED,             -",
                "RELEASED, false, LEFT,              -",
                "RELEASED, false, INVOICE_CANCELLED, -",
                "RELEASED, false, INVOICE_ISSUED,    -",
                "RELEASED, true,  ENDED,             -",
                "RELEASED, true,  LEFT,              -",
                "RELEASED, true,  INVOICE_CANCELLED, -",
                "RELEASED, true,  INVOICE_ISSUED,    TAKE_OUT",
            })
    void stepsByTheTable(@Nullable State from, boolean isByInvoice, Trigger trigger, @Nullable Step expected) {
        assertThat(Step.of(trigger, from, isByInvoice).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RELEASE,   RELEASED, 0,  true",
        "CONSUME,   CONSUMED, -1, true",
        "TAKE_BACK, RELEASED, 1,  false",
        "TAKE_OUT,  CONSUMED, -1, false"
    })
    void movesByTheTable(Step step, State to, int onHand, boolean unreserves) {
        assertThat(step.to()).isEqualTo(to);
        assertThat(step.direction()).isEqualTo(onHand);
        assertThat(step.unreserves()).isEqualTo(unreserves);
    }

    /** Twice around by two invoices: no reference of a move is there twice. */
    @Test
    void refersToEachDirectionOfEachInvoice() {
        Reservation reservation = Reservation.held(new Promise(), new Line(9001, 1051, 3), NOW);

        assertThat(make(reservation, Trigger.LEFT, new Cause(null, NOW))).isEqualTo("order:0:9001 -3");
        assertThat(make(reservation, Trigger.INVOICE_CANCELLED, new Cause(801L, NOW)))
                .isEqualTo("invoice:801:9001:back 3");
        assertThat(make(reservation, Trigger.INVOICE_ISSUED, new Cause(811L, NOW)))
                .isEqualTo("invoice:811:9001:out -3");
        assertThat(make(reservation, Trigger.INVOICE_CANCELLED, new Cause(811L, NOW)))
                .isEqualTo("invoice:811:9001:back 3");
        assertThat(reservation.mayGoOutAgain()).isTrue();
    }

    private static String make(Reservation reservation, Trigger trigger, Cause cause) {
        Step step = reservation.step(trigger).orElseThrow();
        Movement movement = reservation.movement(step, cause);
        reservation.made(step, movement.delta(), cause);
        return movement.businessRef() + " " + movement.delta();
    }
}
