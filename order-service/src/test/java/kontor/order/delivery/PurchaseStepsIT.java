package kontor.order.delivery;

import static kontor.order.delivery.Step.TABLE;
import static kontor.order.purchase.PurchaseStatus.OPEN;
import static kontor.order.purchase.PurchaseStatus.PAID;
import static kontor.order.purchase.PurchaseStatus.PENDING;
import static kontor.order.purchase.PurchaseStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.Answer;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.order.delivery.Standing.State;
import kontor.order.purchase.PurchaseStatus;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every step from every status by everybody over HTTP, by catalog and ledger and by time, held against the table. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PurchaseStepsIT {

    private final Dealer dealer;
    private final Standing standing;
    private final MovableClock clock;

    PurchaseStepsIT(
            RestTestClient http, Members members, TestDatabase database, TopicWriter writer, MovableClock clock) {
        Shop shop = new Shop(http, members, database, writer);
        dealer = new Dealer(shop);
        standing = new Standing(shop, dealer);
        this.clock = clock;
    }

    @AfterEach
    void setsTheClockBack() {
        clock.moveTo(Duration.ZERO);
    }

    /** So that the tests below cannot pass by being few. */
    @Test
    void triesEverythingAndGrantsWhatTheTableGrants() {
        assertThat(Step.all()).hasSize((8 + 3 * 7) * 7).doesNotHaveDuplicates();
        assertThat(Step.all().filter(step -> step.expected().equals(Step.GRANTED)))
                .allMatch(Step::isGranted)
                .extracting(Step::toString)
                .containsExactlyInAnyOrder(
                        "OPEN to PAID by buyer",
                        "OPEN to PAID by noting admin",
                        "PAID to SHIPPED by seller",
                        "PAID to SHIPPED by admin",
                        "SHIPPED to DONE by buyer",
                        "SHIPPED to DONE by admin",
                        "OPEN to CANCELLED by buyer",
                        "OPEN to CANCELLED by seller",
                        "OPEN to CANCELLED by admin",
                        "PAID to CANCELLED by seller",
                        "PAID to CANCELLED by admin");
    }

    @TestFactory
    Stream<DynamicTest> stepsAreThoseOfTheTable() {
        Stream<DynamicTest> byCallers =
                Step.all().map(step -> DynamicTest.dynamicTest(step.toString(), () -> check(step)));
        Stream<DynamicTest> byNeighbours = Stream.of(PurchaseStatus.values())
                .map(from -> DynamicTest.dynamicTest(from + " by catalog and ledger", () -> checkNeighbours(from)));
        Stream<DynamicTest> byTime = Stream.of(DynamicTest.dynamicTest("all by time", this::checkTime));
        return Stream.of(byCallers, byNeighbours, byTime).flatMap(tests -> tests);
    }

    private void check(Step step) {
        Deal deal = step.isGranted() ? standing.made(step.from()) : standing.kept(step.from());
        State before = standing.state(deal);
        assertThat(before.status()).isEqualTo(step.from());

        Answer answer = dealer.now(standing.bearer(step.caller()), deal.path() + "/" + step.operation(), step.body());

        if (!step.isGranted()) {
            assertThat(answer.status() + " " + answer.code()).isEqualTo(step.expected());
            assertThat(standing.state(deal)).isEqualTo(before);
            return;
        }
        if (step.to() == PAID) {
            answer.expect(202);
            dealer.sayPayment(deal.id(), "funded");
            standing.await(deal, PAID);
        } else {
            assertThat(answer.expect(200).stands()).isEqualTo(step.to().name());
        }
        assertMoved(deal, before, step.to(), step.caller());
    }

    /** The catalog decides what is pending; what it and the ledger say of others, unasked, moves nothing. */
    private void checkNeighbours(PurchaseStatus from) {
        if (from == PENDING) {
            checkDecision(dealer::sayReserved, OPEN);
            checkDecision(dealer::sayShort, REJECTED);
            return;
        }
        Deal deal = standing.kept(from);
        State before = standing.state(deal);

        dealer.sayReserved(deal);
        dealer.sayShort(deal);
        dealer.sayPayment(deal.id(), 1, "funded");
        dealer.sayPayment(deal.id(), 1, "refused");
        dealer.awaitHeard(deal.id());

        assertThat(standing.state(deal)).isEqualTo(before);
    }

    private void checkDecision(Consumer<Deal> catalog, PurchaseStatus to) {
        Deal deal = standing.made(PENDING);
        State before = standing.state(deal);

        catalog.accept(deal);

        standing.await(deal, to);
        assertMoved(deal, before, to, "buyer");
    }

    /** After half a month what the table leaves to time has happened, and nothing else. */
    private void checkTime() {
        Map<PurchaseStatus, State> before = new EnumMap<>(PurchaseStatus.class);
        for (PurchaseStatus from : PurchaseStatus.values()) {
            before.put(from, standing.state(standing.kept(from)));
        }
        assertThat(before)
                .allSatisfy((from, state) -> assertThat(state.status()).isEqualTo(from));
        Map<PurchaseStatus, PurchaseStatus> moves = TABLE.stream()
                .filter(row -> row.who().contains("time"))
                .collect(Collectors.toMap(Step.Row::from, Step.Row::to));
        assertThat(moves).hasSize(3);

        clock.moveTo(Duration.ofDays(15));

        moves.forEach((from, to) -> standing.await(standing.kept(from), to));
        before.forEach((from, state) -> {
            PurchaseStatus to = moves.getOrDefault(from, from);
            if (to == from) {
                assertThat(standing.state(standing.kept(from))).isEqualTo(state);
            } else {
                assertMoved(standing.kept(from), state, to, "time");
            }
        });
    }

    /** One row more in the log, with the table's letter and who it was, unless the table has no letter. */
    private void assertMoved(Deal deal, State before, PurchaseStatus to, String by) {
        Step.Row row = TABLE.stream()
                .filter(one -> one.from() == before.status() && one.to() == to)
                .findFirst()
                .orElseThrow();
        List<String> log = new ArrayList<>(before.log());
        if (!row.letter().equals("-")) {
            log.add("%s %s -> %s by %s".formatted(row.letter(), row.from(), to, standing.idOf(by)));
        }
        State now = standing.state(deal);
        assertThat(now.status()).isEqualTo(to);
        assertThat(now.log()).isEqualTo(log);
        assertThat(now.version()).isGreaterThan(before.version());
    }
}
