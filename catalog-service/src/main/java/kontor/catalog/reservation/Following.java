package kontor.catalog.reservation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kontor.catalog.reservation.Reservation.Cause;
import kontor.catalog.reservation.ReservationFact.Line;
import kontor.catalog.reservation.Step.Trigger;
import kontor.catalog.stock.Warehouse;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the steps that a trigger causes: in the stock, at the reservations, and in what is told of them (C-18). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Following {

    private final PromiseBook promises;
    private final Warehouse warehouse;

    Following(PromiseBook promises, Warehouse warehouse) {
        this.promises = promises;
        this.warehouse = warehouse;
    }

    /** Reservations that the trigger means nothing to stay as they are. */
    public void follow(Promise promise, Trigger trigger, List<Reservation> reservations, Cause cause) {
        Map<Step, List<Line>> made = new EnumMap<>(Step.class);
        for (Reservation reservation : reservations) {
            reservation.step(trigger).ifPresent(step -> {
                make(step, reservation, cause);
                made.computeIfAbsent(step, first -> new ArrayList<>()).add(reservation.line());
            });
        }
        made.forEach((step, lines) -> {
            promise.tell(step, lines, cause);
            promises.save(promise, step.action());
        });
    }

    private void make(Step step, Reservation reservation, Cause cause) {
        int promised = step.unreserves() ? reservation.quantity() : 0;
        int delta = 0;
        if (step.direction() == 0) {
            warehouse.hold(reservation.productId(), -promised);
        } else {
            delta = warehouse.take(reservation.movement(step, cause), promised);
        }
        reservation.made(step, delta, cause);
    }
}
