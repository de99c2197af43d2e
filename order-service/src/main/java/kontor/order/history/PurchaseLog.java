package kontor.order.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kontor.order.purchase.Adjustment.Direction;
import kontor.order.purchase.PurchaseBody.Standing;
import kontor.order.purchase.PurchaseFact;
import kontor.order.purchase.PurchaseFact.PurchaseUpdated;
import kontor.order.purchase.PurchaseStatus;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one row per move into the log of its purchase (O-25, INV-22); asking and being refused are no moves. */
@Component
class PurchaseLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was done; stored as a letter, shown as a word (G-5). */
    enum Action {
        CREATE("C"),
        PAY("P"),
        SHIP("S"),
        DONE("D"),
        CANCEL("X"),
        REFUND("R"),
        ADDITIONAL("A"),
        UPDATE("U"),
        EVALUATE("E");

        private final String letter;

        Action(String letter) {
            this.letter = letter;
        }

        static Action of(String letter) {
            return Stream.of(values())
                    .filter(action -> action.letter.equals(letter))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No action has the letter " + letter));
        }
    }

    @EventListener
    void on(PurchaseFact fact) {
        switch (fact) {
            case PurchaseFact.PurchaseOpened ignored -> move(fact, Action.CREATE, PurchaseStatus.PENDING);
            case PurchaseFact.PurchasePaid ignored -> move(fact, Action.PAY, PurchaseStatus.OPEN);
            case PurchaseFact.PurchaseShipped ignored -> move(fact, Action.SHIP, PurchaseStatus.PAID);
            case PurchaseFact.PurchaseDone ignored -> move(fact, Action.DONE, PurchaseStatus.SHIPPED);
            case PurchaseFact.PurchaseCancelled cancelled -> move(fact, Action.CANCEL, cancelled.oldStatus());
            case PurchaseUpdated updated -> write(fact, Action.UPDATE, changes(updated));
            case PurchaseFact.AdjustmentMade made -> {
                boolean isRefund = made.adjustment().direction() == Direction.REFUND;
                write(
                        fact,
                        isRefund ? Action.REFUND : Action.ADDITIONAL,
                        Long.toString(made.adjustment().valueMinor()));
            }
            case PurchaseFact.PurchaseEvaluated evaluated ->
                write(fact, Action.EVALUATE, "%s %d".formatted(evaluated.side(), evaluated.level()));
            case PurchaseFact.PurchaseSubmitted ignored -> {}
            case PurchaseFact.PurchaseRejected ignored -> {}
            case PurchaseFact.PurchasePaymentRequested ignored -> {}
            case PurchaseFact.PurchasePaymentRefused ignored -> {}
            case PurchaseFact.AdjustmentRequested ignored -> {}
            case PurchaseFact.AdjustmentDeclined ignored -> {}
        }
    }

    private void move(PurchaseFact fact, Action action, PurchaseStatus from) {
        if (fact instanceof PurchaseFact.Told told) {
            write(fact, action, from + " -> " + told.purchase().status());
        }
    }

    private static String changes(PurchaseUpdated updated) {
        Standing now = updated.purchase().standing();
        List<String> changes = new ArrayList<>();
        if (!Objects.equals(updated.oldTrackingNumber(), now.trackingNumber())) {
            changes.add("trackingNumber " + change(updated.oldTrackingNumber(), now.trackingNumber()));
        }
        if (!Objects.equals(updated.oldSellerReference(), now.sellerReference())) {
            changes.add("sellerReference " + change(updated.oldSellerReference(), now.sellerReference()));
        }
        return String.join(", ", changes);
    }

    private static String change(@Nullable String from, @Nullable String to) {
        return "%s -> %s".formatted(from == null ? "-" : from, to == null ? "-" : to);
    }

    private void write(PurchaseFact fact, Action action, String detail) {
        jdbc.sql("insert into purchase_log (purchase_id, actor_id, action, detail, at) values (?, ?, ?, ?, ?)")
                .params(SqlValues.of(fact.purchaseId(), fact.actor().actorId(), action.letter, detail, clock.instant()))
                .update();
    }
}
