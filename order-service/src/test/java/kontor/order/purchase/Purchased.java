package kontor.order.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.party.Actor;
import kontor.order.purchase.LockedPurchase.Tracking;
import kontor.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** Purchases of no database, in any status: example 3 of the order page, 3 690 + 168 + 540 = 4 398. */
final class Purchased {

    static final Actor BUYER = new Actor(new UUID(7, 1), false);
    static final Actor SELLER = new Actor(new UUID(7, 2), false);
    static final Actor ADMIN = Actor.admin(new UUID(7, 3));
    static final Actor STRANGER = new Actor(new UUID(7, 4), false);
    static final Instant NOW = Instant.parse("2026-06-14T13:00:00Z");
    static final Tracking TRACKED = new Tracking("HU 1", "R 1");
    static final Tracking UNTRACKED = new Tracking(null, null);
    static final Address HOME = new Address("Berta Nagy", "A|B \\ C", "1011", "Budapest", "HU", null);

    private Purchased() {}

    static MarketPurchase fresh(boolean isTracked) {
        MarketPurchase purchase = new MarketPurchase(new NewPurchase(
                BUYER.actorId(),
                SELLER.actorId(),
                BUYER,
                NOW,
                3,
                7,
                isTracked,
                2,
                HOME,
                new NewPurchase.Price(3_690, 168, 540),
                List.of(new NewPurchase.Line(801, "Espresso cup, blue", 2, 1_845, 320, 4))));
        ReflectionTestUtils.setField(purchase, "id", 501L);
        return purchase;
    }

    /** One that got there by its steps. */
    static MarketPurchase in(PurchaseStatus status) {
        MarketPurchase purchase = fresh(true);
        switch (status) {
            case PENDING -> {}
            case REJECTED -> purchase.reject("listing-short", List.of());
            case OPEN -> purchase.accept(HOME, NOW);
            case PAID -> {
                purchase.accept(HOME, NOW);
                PurchasePayment payment = payment(false, BUYER);
                purchase.pay(payment, NOW);
                purchase.paid(payment, NOW);
            }
            case SHIPPED -> {
                purchase = in(PurchaseStatus.PAID);
                purchase.ship(TRACKED, SELLER, NOW);
            }
            case DONE -> {
                purchase = in(PurchaseStatus.SHIPPED);
                purchase.confirm(BUYER, NOW);
            }
            case CANCELLED -> {
                purchase.accept(HOME, NOW);
                purchase.cancel(SELLER, 0, NOW);
            }
        }
        return purchase;
    }

    static PurchasePayment payment(boolean isExternal, Actor by) {
        return new PurchasePayment(61, 501, isExternal, null, by, NOW);
    }

    /** The code of the refusal, {@code done} if there was none. */
    static String outcome(Runnable step) {
        try {
            step.run();
            return "done";
        } catch (Rejection refused) {
            return refused.code();
        }
    }

    /** Facts that it told since it was made, by name. */
    static List<String> told(MarketPurchase purchase) {
        return facts(purchase).stream()
                .map(fact -> fact.getClass().getSimpleName())
                .toList();
    }

    static List<PurchaseFact> facts(MarketPurchase purchase) {
        @Nullable List<?> events = ReflectionTestUtils.invokeMethod(purchase, "events");
        return events == null
                ? List.of()
                : events.stream()
                        .filter(PurchaseFact.class::isInstance)
                        .map(PurchaseFact.class::cast)
                        .toList();
    }
}
