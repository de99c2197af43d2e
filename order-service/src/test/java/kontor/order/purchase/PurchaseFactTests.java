package kontor.order.purchase;

import static kontor.order.purchase.Purchased.ADMIN;
import static kontor.order.purchase.Purchased.BUYER;
import static kontor.order.purchase.Purchased.NOW;
import static kontor.order.purchase.Purchased.SELLER;
import static kontor.order.purchase.Purchased.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.purchase.LockedPurchase.Levels;
import kontor.order.purchase.LockedPurchase.Tracking;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fact of a purchase fits its contract. */
class PurchaseFactTests {

    /** Purchases that together tell everything. */
    private static Stream<PurchaseFact> facts() {
        MarketPurchase done = Purchased.in(PurchaseStatus.SHIPPED);
        done.correct(new Tracking("HU 2", null), ADMIN);
        done.confirm(BUYER, NOW);
        Adjustment.Terms terms = new Adjustment.Terms(SELLER.actorId(), 100, "Thanks");
        done.booked(done.adjust(92, terms, BUYER, false, NOW));
        done.refused(done.adjust(93, terms, BUYER, false, NOW), "insufficient-credit");
        done.evaluated(PurchaseFact.Side.BUYER, new Levels(9, 8, 10), BUYER, NOW);
        done.evaluated(PurchaseFact.Side.SELLER, new Levels(null, null, 1), SELLER, NOW);
        MarketPurchase cancelled = Purchased.in(PurchaseStatus.OPEN);
        cancelled.pay(payment(true, ADMIN), NOW);
        cancelled.refused(payment(true, ADMIN), "unknown-reference");
        cancelled.cancel(SELLER, 94, NOW);
        MarketPurchase paidBack = Purchased.in(PurchaseStatus.PAID);
        paidBack.cancel(ADMIN, 95, NOW);
        MarketPurchase rejected = Purchased.fresh(false);
        rejected.reject("listing-short", List.of(new PurchaseFact.Failure(801, "listing-short")));
        return Stream.of(done, cancelled, paidBack, rejected, Purchased.in(PurchaseStatus.REJECTED))
                .flatMap(purchase -> Purchased.facts(purchase).stream());
    }

    private static String typeOf(PurchaseFact fact) {
        String kebab = fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return "kontor.order.%s.v1".formatted(kebab);
    }

    @TestFactory
    Stream<DynamicTest> fitsItsSchema() {
        return facts().map(fact -> DynamicTest.dynamicTest(
                typeOf(fact) + " " + fact.version(),
                () -> EventSchema.of(typeOf(fact)).assertValid(EventJson.write(fact))));
    }

    @Test
    void isToldOfEveryKind() {
        Set<String> kinds = facts().map(fact -> fact.getClass().getSimpleName()).collect(Collectors.toSet());

        assertThat(kinds).hasSize(14);
    }
}
