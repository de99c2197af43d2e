package kontor.reporting.shelf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Percentage;
import kontor.reporting.figure.Subject;
import kontor.reporting.ledger.Posted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turnover of purchases that are not revoked, on the day of the purchase; the net base of their VAT, on the day of
 * booking; and whether the member was charged what the purchase says (section 11).
 */
@Component
public final class ShelfPurchases implements Subject<ShelfPurchases.Purchase> {

    public static final Figure TURNOVER = Figure.of("shelf-turnover")
            .by("day", "productId", "imported")
            .measuring("pieces", "netMinor", "grossMinor");

    public static final Figure VAT_BASE =
            Figure.of("shelf-vat-base").by("day", "percentage").measuring("netMinor");

    private static final String WORD = "shelf";

    private final Days days;

    public ShelfPurchases(Days days) {
        this.days = days;
    }

    /**
     * A purchase as it stands.
     *
     * @param made null as long as only its transfers are known
     * @param chargedMinor sum of its entries on the member's account
     * @param salesMinor sum of its entries on the sales account, by day of booking
     */
    public record Purchase(
            @Nullable Made made, boolean imported, boolean revoked, long chargedMinor, Map<String, Long> salesMinor) {

        public boolean counts() {
            return made != null && !revoked;
        }

        private Purchase made(Made now, boolean taken) {
            return new Purchase(now, taken, revoked, chargedMinor, salesMinor);
        }

        private Purchase revoked(boolean now) {
            return new Purchase(made, imported, now, chargedMinor, salesMinor);
        }

        private Purchase posted(Posted posted, String day) {
            Map<String, Long> sales = new TreeMap<>(salesMinor);
            sales.merge(day, posted.on("SHELF_SALES"), Math::addExact);
            return new Purchase(made, imported, revoked, chargedMinor + posted.on("MEMBER"), sales);
        }
    }

    /** What is used of the event. */
    public record Made(
            UUID memberId,
            long productId,
            long amount,
            long unitNetMinor,
            BigDecimal vatPercentage,
            long totalMinor,
            Instant at) {}

    @Override
    public String name() {
        return "shelf-purchase";
    }

    @Override
    public Set<String> topics() {
        return Set.of("kontor.ledger.shelf-purchase.v1", Posted.TOPIC);
    }

    @Override
    public Purchase begin() {
        return new Purchase(null, false, false, 0, Map.of());
    }

    @Override
    public List<String> ids(Message fact) {
        return fact.topic().equals(Posted.TOPIC) ? fact.as(Posted.class).idAfter(WORD) : List.of(fact.key());
    }

    @Override
    public Purchase apply(String id, Purchase purchase, Message fact) {
        return switch (fact.type()) {
            case "kontor.ledger.shelf-purchase-made.v1" ->
                purchase.made(fact.as(Made.class), fact.origin().isImported());
            case "kontor.ledger.shelf-purchase-revoked.v1" -> purchase.revoked(true);
            case "kontor.ledger.shelf-purchase-reapplied.v1" -> purchase.revoked(false);
            case "kontor.ledger.transfer-posted.v1" -> {
                Posted posted = fact.as(Posted.class);
                yield purchase.posted(posted, days.day(posted.bookedAt()));
            }
            default -> purchase;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Purchase purchase) {
        @Nullable Made made = purchase.made();
        if (made == null) {
            // Money was moved and the purchase has not been heard of yet.
            return purchase.chargedMinor() == 0
                    ? List.of()
                    : List.of(Mismatch.of("shelf-purchase", id, 0, purchase.chargedMinor()));
        }
        List<Contribution> all = new ArrayList<>();
        if (purchase.counts()) {
            all.add(TURNOVER.at(days.day(made.at()), made.productId(), purchase.imported())
                    .adds(made.amount(), made.unitNetMinor() * made.amount(), made.totalMinor()));
        }
        purchase.salesMinor()
                .forEach((day, sales) -> all.add(
                        VAT_BASE.at(day, Percentage.text(made.vatPercentage())).adds(sales)));
        long owed = purchase.revoked() ? 0 : -made.totalMinor();
        if (purchase.chargedMinor() != owed) {
            all.add(Mismatch.of("shelf-purchase", id, owed, purchase.chargedMinor()));
        }
        return all;
    }

    @Override
    public List<Figure> figures() {
        return List.of(TURNOVER, VAT_BASE);
    }
}
