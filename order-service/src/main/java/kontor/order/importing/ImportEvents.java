package kontor.order.importing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.order.importing.TakenOrders.Taken;
import kontor.order.order.OrderFact;
import kontor.order.party.Actor;
import kontor.order.terms.PaymentMethodChanged;
import kontor.platform.messaging.Origin;
import kontor.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Facts of what was taken over, each with the time it had (G-44). */
@Component
class ImportEvents {

    private static final String ORDERS = "kontor.order.retail-order.v1";
    private static final String TERMS = "kontor.order.terms.v1";

    private final Outbox outbox;
    private final Clock clock;

    ImportEvents(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A payment method has no time in the other shop: it begins here. */
    void methods(List<MethodRow> rows, Map<String, Long> ids, UUID adminId) {
        Origin.imported(clock.instant());
        outbox.together(() -> {
            for (MethodRow row : rows) {
                long id = Objects.requireNonNull(ids.get(row.externalId()));
                PaymentMethodChanged changed = new PaymentMethodChanged(
                        id, row.method(), row.deadlineDays(), ImportedMethods.ANY_MEANS, true, false, adminId, 1);
                outbox.append(TERMS, "payment-method:" + id, 1, changed);
            }
        });
    }

    void orders(List<Taken> taken, UUID adminId) {
        outbox.together(() -> {
            for (Taken one : taken) {
                Origin.imported(one.body().placedAt());
                outbox.append(
                        ORDERS,
                        one.body().orderId(),
                        1,
                        new OrderFact.OrderPlaced(one.body(), Actor.admin(adminId), 1));
            }
        });
        Origin.imported(clock.instant());
    }
}
