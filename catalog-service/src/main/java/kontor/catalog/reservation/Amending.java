package kontor.catalog.reservation;

import java.time.Clock;
import java.util.Optional;
import kontor.catalog.reservation.AmountAnswers.Answer;
import kontor.catalog.reservation.RetailOrder.AmountAsked;
import kontor.catalog.stock.Warehouse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether an item may have another amount (O-8). Only admins ask, so what members may buy does not matter. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Amending {

    private final PromiseBook promises;
    private final AmountAnswers answers;
    private final Warehouse warehouse;
    private final Clock clock;

    Amending(PromiseBook promises, AmountAnswers answers, Warehouse warehouse, Clock clock) {
        this.promises = promises;
        this.answers = answers;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /** The first answer to a request stays the answer (G-35). */
    public void change(AmountAsked asked) {
        Promise promise = promises.open(asked.orderId());
        Optional<Answer> given = answers.find(asked.orderId(), asked.requestId());
        if (given.isPresent()) {
            promise.tell(given.get());
            promises.save(promise);
            return;
        }
        Answer answer = judge(promise, asked);
        answers.keep(answer);
        promise.tell(answer);
        promises.save(promise, answer.code() == null ? "change-reservation" : "refuse-amount");
    }

    private Answer judge(Promise promise, AmountAsked asked) {
        @Nullable Reservation reservation = promise.of(asked.orderItemId()).orElse(null);
        if (reservation == null || reservation.mayGoOutAgain()) {
            // Nothing is held for it: nobody counts the product, or its order was imported.
            int delta = asked.requestedAmount() - asked.item().amount();
            return answer(asked, delta, promise.isRefused() ? "unknown-reference" : null, null);
        }
        int delta = asked.requestedAmount() - reservation.quantity();
        if (!reservation.isHeld()) {
            return answer(asked, delta, "unknown-reference", null);
        }
        int available = warehouse.available(reservation.productId()).orElseThrow();
        if (delta > 0 && delta > available) {
            return answer(asked, delta, "stock-short", available);
        }
        warehouse.hold(reservation.productId(), delta);
        reservation.resize(asked.requestedAmount(), clock.instant());
        return answer(asked, delta, null, null);
    }

    private Answer answer(AmountAsked asked, int delta, @Nullable String code, @Nullable Integer available) {
        return new Answer(
                asked.orderId(),
                asked.requestId(),
                asked.orderItemId(),
                asked.item().productId(),
                asked.requestedAmount(),
                delta,
                code,
                available,
                clock.instant());
    }
}
