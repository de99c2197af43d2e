package kontor.reporting.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Subject;
import kontor.reporting.ledger.Posted;
import kontor.reporting.market.Purchase.Adjustment;
import kontor.reporting.market.Purchase.Evaluation;
import kontor.reporting.market.Purchase.Moved;
import kontor.reporting.market.Purchase.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Purchases between members (section 7), what the two say of each other (8), and what was moved for them (11). */
@Component
final class Purchases implements Subject<Purchase> {

    public static final Figure PER_STATUS =
            Figure.of("market-purchases").by("status").measuring("number", "goodsMinor");
    public static final Figure VOLUME =
            Figure.of("market-volume").by("day").measuring("number", "goodsMinor", "shippingMinor");
    public static final Figure ADJUSTMENTS =
            Figure.of("market-adjustments").by("day", "direction").measuring("number", "valueMinor");
    public static final Figure OPENED = Figure.of("market-openings").by("month").measuring("opened", "cancelled");

    /** Keeps each time apart, so that a median can be had. */
    public static final Figure TIMES = Figure.of("market-times").by("month", "step", "microseconds");

    public static final Figure RATINGS =
            Figure.of("ratings").by("memberId", "as").measuring("number", "levels");
    public static final Figure LEVELS = Figure.of("rating-levels").by("side", "part", "level");
    static final String TOPIC = "kontor.order.market-purchase.v1";
    static final String DONE = "DONE";
    static final String STOCK_TOPIC = "kontor.catalog.reservation.v1";
    static final String CONSUMED = "kontor.catalog.listing-consumed.v1";
    private static final String KEY = "purchase:";
    private static final Set<String> HOLDING = Set.of("PENDING", "OPEN", "PAID");

    private final Days days;

    public Purchases(Days days) {
        this.days = days;
    }

    /** Pieces of a listing. */
    public record Held(long listingId, long quantity) {}

    /** What is used of the events that name lines. */
    record Lines(List<Held> lines) {}

    /** What is used of PurchaseCancelled besides: what the buyer is given back is an adjustment too (O-30). */
    record GivenBack(@Nullable Long adjustmentId, long returnedMinor, Instant cancelledAt) {}

    @Override
    public String name() {
        return "market-purchase";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC, STOCK_TOPIC, "kontor.ledger.escrow.v1", Posted.TOPIC);
    }

    @Override
    public Purchase begin() {
        return Purchase.UNKNOWN;
    }

    @Override
    public List<String> ids(Message fact) {
        return switch (fact.topic()) {
            case Posted.TOPIC -> fact.as(Posted.class).idAfter("market");
            case STOCK_TOPIC -> fact.key().startsWith(KEY) ? List.of(fact.key().substring(KEY.length())) : List.of();
            default -> List.of(fact.key());
        };
    }

    @Override
    public Purchase apply(String id, Purchase purchase, Message fact) {
        return switch (fact.type()) {
            case "kontor.order.purchase-submitted.v1",
                    "kontor.order.purchase-opened.v1",
                    "kontor.order.purchase-rejected.v1",
                    "kontor.order.purchase-paid.v1",
                    "kontor.order.purchase-shipped.v1",
                    "kontor.order.purchase-done.v1" -> purchase.now(fact.as(Terms.class));
            case "kontor.order.purchase-cancelled.v1" ->
                givenBack(purchase.now(fact.as(Terms.class)), fact.as(GivenBack.class));
            case "kontor.order.adjustment-made.v1" -> purchase.adjusted(fact.as(Adjustment.class));
            case "kontor.order.purchase-evaluated.v1" -> purchase.evaluated(fact.as(Evaluation.class));
            case "kontor.ledger.adjustment-booked.v1" -> purchase.booked(fact.as(Moved.class));
            case "kontor.ledger.transfer-posted.v1" -> purchase.posted(fact.as(Posted.class));
            case "kontor.catalog.listing-reserved.v1" ->
                purchase.holds(fact.as(Lines.class).lines(), true);
            case "kontor.catalog.listing-released.v1", CONSUMED ->
                purchase.holds(fact.as(Lines.class).lines(), false);
            default -> purchase;
        };
    }

    private static Purchase givenBack(Purchase purchase, GivenBack back) {
        Long adjustment = back.adjustmentId();
        return adjustment == null
                ? purchase
                : purchase.adjusted(new Adjustment(adjustment, "REFUND", back.returnedMinor(), back.cancelledAt()));
    }

    @Override
    public List<Contribution> contributions(String id, Purchase purchase) {
        List<Contribution> all = new ArrayList<>(Money.mismatches(id, purchase));
        Terms now = purchase.now();
        if (now != null) {
            all.add(PER_STATUS.at(now.status()).adds(1, now.goodsMinor()));
            steps(all, now);
        }
        for (Adjustment adjustment : purchase.adjustments().values()) {
            all.add(ADJUSTMENTS
                    .at(days.day(adjustment.at()), adjustment.direction())
                    .adds(1, adjustment.valueMinor()));
        }
        purchase.evaluations().values().forEach(evaluation -> evaluated(all, evaluation));
        long due = now != null && HOLDING.contains(now.status()) ? Long.MAX_VALUE : 0;
        purchase.held().forEach((listing, pieces) -> {
            if (pieces > due) {
                all.add(Mismatch.of("reservation", KEY + id + " listing " + listing, due, pieces));
            }
        });
        return all;
    }

    private void steps(List<Contribution> all, Terms now) {
        Instant opened = now.openedAt();
        if (opened != null) {
            all.add(OPENED.at(days.month(opened)).adds(1, now.status().equals("CANCELLED") ? 1 : 0));
        }
        Instant done = now.doneAt();
        if (now.status().equals(DONE) && done != null) {
            all.add(VOLUME.at(days.day(done)).adds(1, now.goodsMinor(), now.shippingMinor()));
        }
        step(all, "to ship", now.paidAt(), now.shippedAt());
        step(all, "to done", now.shippedAt(), done);
    }

    private void step(List<Contribution> all, String step, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            long micros = Duration.between(from, to).toNanos() / 1_000;
            all.add(TIMES.at(days.month(to), step, micros).adds(1));
        }
    }

    /** The buyer speaks of the seller, and the other way round (O-31). */
    private static void evaluated(List<Contribution> all, Evaluation evaluation) {
        boolean byBuyer = evaluation.side().equals("BUYER");
        all.add(RATINGS.at(evaluation.memberId(), byBuyer ? "SELLER" : "BUYER").adds(1, evaluation.level()));
        all.add(LEVELS.at(evaluation.side(), "overall", evaluation.level()).adds(1));
        if (byBuyer) {
            all.add(LEVELS.at(evaluation.side(), "packaging", Objects.requireNonNullElse(evaluation.levelPack(), 0L))
                    .adds(1));
            all.add(LEVELS.at(evaluation.side(), "goods", Objects.requireNonNullElse(evaluation.levelGoods(), 0L))
                    .adds(1));
        }
    }

    @Override
    public List<Figure> figures() {
        return List.of(PER_STATUS, VOLUME, ADJUSTMENTS, OPENED, TIMES, RATINGS, LEVELS);
    }
}
