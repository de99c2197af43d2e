package kontor.catalog.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.catalog.reservation.Reservation.Cause;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.Step.Trigger;
import kontor.catalog.stock.Warehouse;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what a cancelled invoice named, once, and takes out again what another one names (V-12, V-13). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Restocking {

    private final PromiseBook promises;
    private final Warehouse warehouse;
    private final Following following;

    Restocking(PromiseBook promises, Warehouse warehouse, Following following) {
        this.promises = promises;
        this.warehouse = warehouse;
        this.following = following;
    }

    /**
     * What is known of an invoice.
     *
     * @param at when it was issued, or cancelled
     */
    record Invoiced(long orderId, long invoiceId, List<Line> lines, Instant at) {

        private Cause cause() {
            return new Cause(invoiceId, at);
        }

        private Optional<Line> line(long itemId) {
            return lines.stream().filter(line -> line.orderItemId() == itemId).findFirst();
        }
    }

    /** Before a transaction follows many: locks promises and then stocks, as whoever follows orders does. */
    public void prepare(List<Invoiced> issued, List<Invoiced> cancelled) {
        List<Invoiced> all = new ArrayList<>(issued);
        all.addAll(cancelled);
        promises.lockAll(
                all.stream().map(Invoiced::orderId).toList(),
                cancelled.stream().map(Invoiced::orderId).toList());
        warehouse.lockAll(all.stream()
                .flatMap(invoice -> invoice.lines().stream())
                .map(Line::productId)
                .toList());
    }

    /** Pieces of an imported order come back as well, though they never were reserved here. */
    public void takeBack(Invoiced invoice) {
        Promise promise = promises.open(invoice.orderId());
        List<Reservation> reservations = new ArrayList<>();
        for (Line line : invoice.lines()) {
            promise.of(line.orderItemId())
                    .or(() -> imported(promise, line, invoice))
                    .ifPresent(reservations::add);
        }
        following.follow(promise, Trigger.INVOICE_CANCELLED, reservations, invoice.cause());
    }

    /** Without any check (section 3): the pieces are gone, whatever the stock says. */
    public void takeOut(Invoiced invoice) {
        promises.find(invoice.orderId()).ifPresent(promise -> {
            List<Reservation> reservations =
                    promise.of(invoice.lines().stream().map(Line::orderItemId).toList()).stream()
                            .filter(Reservation::mayGoOutAgain)
                            .toList();
            for (Reservation reservation : reservations) {
                invoice.line(reservation.orderItemId())
                        .ifPresent(line -> reservation.resize(line.quantity(), invoice.at()));
            }
            following.follow(promise, Trigger.INVOICE_ISSUED, reservations, invoice.cause());
        });
    }

    /** An item without reservation in an order that was accepted was not counted then, and moves nothing now. */
    private Optional<Reservation> imported(Promise promise, Line line, Invoiced invoice) {
        return promise.isAccepted() || !warehouse.isCounted(line.productId())
                ? Optional.empty()
                : Optional.of(promise.add(line, invoice.at()));
    }
}
