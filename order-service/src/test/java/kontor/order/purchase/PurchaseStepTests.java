package kontor.order.purchase;

import static kontor.order.purchase.PurchaseStatus.CANCELLED;
import static kontor.order.purchase.PurchaseStatus.DONE;
import static kontor.order.purchase.PurchaseStatus.OPEN;
import static kontor.order.purchase.PurchaseStatus.PAID;
import static kontor.order.purchase.PurchaseStatus.PENDING;
import static kontor.order.purchase.PurchaseStatus.REJECTED;
import static kontor.order.purchase.PurchaseStatus.SHIPPED;
import static kontor.order.purchase.Purchased.ADMIN;
import static kontor.order.purchase.Purchased.BUYER;
import static kontor.order.purchase.Purchased.NOW;
import static kontor.order.purchase.Purchased.SELLER;
import static kontor.order.purchase.Purchased.STRANGER;
import static kontor.order.purchase.Purchased.TRACKED;
import static kontor.order.purchase.Purchased.outcome;
import static kontor.order.purchase.Purchased.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kontor.order.address.Address;
import kontor.order.party.Actor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every step from every status by every actor, held against the table of the domain page. */
class PurchaseStepTests {

    private static final Map<String, Actor> ACTORS =
            Map.of("buyer", BUYER, "seller", SELLER, "admin", ADMIN, "stranger", STRANGER, "System", Actor.SYSTEM);

    /** A row of the table: what it leads to, from where, and who may. */
    private record Row(
            PurchaseStatus to, Set<PurchaseStatus> from, Set<String> actors, BiConsumer<MarketPurchase, Actor> step) {}

    /** The System has the rights of an admin; what it does by itself is less. */
    private static final Map<String, Row> STEPS = Map.of(
            "pay",
            new Row(PAID, Set.of(OPEN), Set.of("buyer"), (purchase, actor) -> {
                PurchasePayment payment = payment(false, actor);
                purchase.pay(payment, NOW);
                purchase.paid(payment, NOW);
            }),
            "note external payment",
            new Row(PAID, Set.of(OPEN), Set.of("admin", "System"), (purchase, actor) -> {
                PurchasePayment payment = payment(true, actor);
                purchase.pay(payment, NOW);
                purchase.paid(payment, NOW);
            }),
            "ship",
            new Row(
                    SHIPPED,
                    Set.of(PAID),
                    Set.of("seller", "admin", "System"),
                    (purchase, actor) -> purchase.ship(TRACKED, actor, NOW)),
            "confirm",
            new Row(
                    DONE,
                    Set.of(SHIPPED),
                    Set.of("buyer", "admin", "System"),
                    (purchase, actor) -> purchase.confirm(actor, NOW)),
            "cancel",
            new Row(
                    CANCELLED,
                    Set.of(OPEN, PAID),
                    Set.of("buyer", "seller", "admin", "System"),
                    (purchase, actor) -> purchase.cancel(actor, 91, NOW)));

    @TestFactory
    Stream<DynamicTest> stepsAreThoseOfTheTable() {
        return STEPS.entrySet().stream()
                .flatMap(step -> Stream.of(PurchaseStatus.values())
                        .flatMap(from -> ACTORS.keySet().stream()
                                .map(actor -> DynamicTest.dynamicTest(
                                        "%s from %s by %s".formatted(step.getKey(), from, actor),
                                        () -> check(step.getValue(), from, actor)))));
    }

    private static void check(Row row, PurchaseStatus from, String actor) {
        MarketPurchase purchase = Purchased.in(from);
        int before = Purchased.facts(purchase).size();

        String outcome = outcome(() -> row.step().accept(purchase, ACTORS.get(actor)));

        assertThat(outcome).isEqualTo(expected(row, from, actor));
        assertThat(purchase.status()).isEqualTo(outcome.equals("done") ? row.to() : from);
        if (!outcome.equals("done")) {
            assertThat(Purchased.facts(purchase)).hasSize(before);
        }
    }

    /** The right comes first, then the state. */
    private static String expected(Row row, PurchaseStatus from, String actor) {
        boolean isBuyerTooLate = row.to() == CANCELLED && from == PAID && actor.equals("buyer");
        if (!row.actors().contains(actor) || isBuyerTooLate) {
            return "forbidden";
        }
        if (from == row.to()) {
            return "already-in-state";
        }
        return row.from().contains(from) ? "done" : "not-allowed-in-state";
    }

    /** The catalog decides what is pending, once; an answer that comes later changes nothing. */
    @TestFactory
    Stream<DynamicTest> isDecidedOnlyWhilePending() {
        Address home = Purchased.HOME;
        Map<PurchaseStatus, Consumer<MarketPurchase>> decisions = Map.of(
                OPEN, purchase -> purchase.accept(home, NOW),
                REJECTED, purchase -> purchase.reject("listing-short", List.of()));
        return Stream.of(PurchaseStatus.values())
                .flatMap(from -> decisions.entrySet().stream()
                        .map(decision -> DynamicTest.dynamicTest(from + " to " + decision.getKey(), () -> {
                            MarketPurchase purchase = Purchased.in(from);
                            int before = Purchased.facts(purchase).size();

                            decision.getValue().accept(purchase);

                            boolean isDecided = from == PENDING;
                            assertThat(purchase.status()).isEqualTo(isDecided ? decision.getKey() : from);
                            assertThat(Purchased.facts(purchase)).hasSize(isDecided ? before + 1 : before);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> nothingMovesWhileTheLedgerDecides() {
        return STEPS.entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(step.getKey(), () -> {
                    PurchaseStatus from = step.getValue().from().iterator().next();
                    MarketPurchase purchase = Purchased.in(from);
                    if (from == OPEN) {
                        purchase.pay(payment(false, BUYER), NOW);
                    } else {
                        purchase.adjust(92, new Adjustment.Terms(BUYER.actorId(), 5, null), SELLER, false, NOW);
                    }
                    Actor actor = step.getKey().equals("pay") ? BUYER : ADMIN;

                    assertThat(outcome(() -> step.getValue().step().accept(purchase, actor)))
                            .isEqualTo("action-in-progress");
                    assertThat(purchase.status()).isEqualTo(from);
                }));
    }
}
