package kontor.reporting.shelf;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turnover of purchases that are not revoked, on the day of the purchase. */
@Component
public final class ShelfPurchases implements Subject<ShelfPurchases.Purchase> {

    public static final Figure TURNOVER = Figure.of("shelf-turnover")
            .by("day", "productId", "imported")
            .measuring("pieces", "netMinor", "grossMinor");

    private static final String TOPIC = "kontor.ledger.shelf-purchase.v1";

    private final Days days;

    ShelfPurchases(Days days) {
        this.days = days;
    }

    /** A purchase as it stands; nothing is known of one that was not made yet. */
    record Purchase(@Nullable Made made, boolean imported, boolean revoked) {}

    /** What is used of the event. */
    record Made(
            long purchaseId,
            UUID memberId,
            long productId,
            long amount,
            long unitNetMinor,
            long totalMinor,
            Instant at) {}

    @Override
    public String name() {
        return "shelf-purchase";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public Purchase begin() {
        return new Purchase(null, false, false);
    }

    @Override
    public List<String> ids(Message fact) {
        return List.of(fact.key());
    }

    @Override
    public Purchase apply(String id, Purchase purchase, Message fact) {
        return switch (fact.type()) {
            case "kontor.ledger.shelf-purchase-made.v1" ->
                new Purchase(fact.as(Made.class), fact.origin().isImported(), false);
            case "kontor.ledger.shelf-purchase-revoked.v1" -> new Purchase(purchase.made(), purchase.imported(), true);
            case "kontor.ledger.shelf-purchase-reapplied.v1" ->
                new Purchase(purchase.made(), purchase.imported(), false);
            default -> purchase;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Purchase purchase) {
        @Nullable Made made = purchase.made();
        if (made == null || purchase.revoked()) {
            return List.of();
        }
        return List.of(TURNOVER.at(days.day(made.at()), made.productId(), purchase.imported())
                .adds(made.amount(), made.unitNetMinor() * made.amount(), made.totalMinor()));
    }

    @Override
    public List<Figure> figures() {
        return List.of(TURNOVER);
    }
}
