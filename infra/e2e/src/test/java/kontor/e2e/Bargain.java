package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kontor.e2e.Client.Answer;
import kontor.e2e.Market.Trader;
import kontor.e2e.Plan.Change;

/**
 * One purchase that is carried out as it was planned. Whatever is in doubt is asked again with its key, and whatever
 * was acknowledged is kept.
 */
final class Bargain {

    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Executor MEANWHILE = Executors.newVirtualThreadPerTaskExecutor();

    private final Plan plan;
    private final Trader buyer;
    private final Trader seller;
    private final Client admin;
    private final List<String> moves = new ArrayList<>();
    private long id;
    private String status = "";
    private long total;
    private long refunded;
    private long additional;

    Bargain(Plan plan, Trader buyer, Trader seller, Client admin) {
        this.plan = plan;
        this.buyer = buyer;
        this.seller = seller;
        this.admin = admin;
    }

    /** A step that somebody asks for, how it is logged and where it leads. */
    private record Move(Client by, String step, String body, String action, String status) {}

    /** Buys, goes as far as is meant, and says what became of it. */
    Deal struck(String form) {
        Answer taken = Market.insist(buyer.client(), "/api/v1/market-purchases", form);
        assertThat(Market.isTaken(taken)).as(taken.toString()).isTrue();
        id = taken.number("id");
        total = taken.number("totalMinor");
        settle(taken);
        if (status.equals("OPEN")) {
            moves.add("CREATE");
            goOn();
        }
        return new Deal(
                id,
                status,
                plan.quantity(),
                total,
                taken.number("feesMinor"),
                plan.isExternal(),
                refunded,
                additional,
                List.copyOf(moves));
    }

    private void goOn() {
        switch (plan.end()) {
            case OPENED -> {}
            case FORGONE -> take(cancellation(plan.number() % 2 == 0 ? buyer : seller));
            case PAID_OR_PAID -> race(payment(), payment());
            case PAID_OR_FORGONE -> race(payment(), cancellation(buyer));
            default -> {
                if (take(payment())) {
                    adjust();
                    goOnAfterPayment();
                }
            }
        }
    }

    private void goOnAfterPayment() {
        switch (plan.end()) {
            case PAID -> {}
            case RETURNED -> take(cancellation(seller));
            case SHIPPED_OR_RETURNED -> race(shipment(), cancellation(seller));
            default -> {
                take(shipment());
                adjust();
                if (plan.end() != Plan.End.SHIPPED) {
                    take(new Move(buyer.client(), "confirmation", "{}", "DONE", "DONE"));
                    adjust();
                    evaluate();
                }
            }
        }
    }

    private Move payment() {
        return plan.isExternal()
                ? new Move(admin, "payment", "{\"external\":true,\"note\":\"bank transfer\"}", "PAY", "PAID")
                : new Move(buyer.client(), "payment", "{}", "PAY", "PAID");
    }

    private Move shipment() {
        return new Move(seller.client(), "shipment", "{\"trackingNumber\":\"HU %d\"}".formatted(id), "SHIP", "SHIPPED");
    }

    private static Move cancellation(Trader by) {
        return new Move(by.client(), "cancellation", "{}", "CANCEL", "CANCELLED");
    }

    /** Whether it happened; a payment is refused to who cannot pay. */
    private boolean take(Move move) {
        Answer answer = ask(move);
        settle(answer);
        boolean isTaken = status.equals(move.status());
        assertThat(isTaken || answer.code().equals("insufficient-credit") || answer.status() == 202)
                .as("%s of %s: %s", move.step(), plan, answer)
                .isTrue();
        if (isTaken) {
            moves.add(move.action());
        }
        return isTaken;
    }

    /** Both at once: what is acknowledged is what it has come to, and only once. */
    private void race(Move one, Move other) {
        CompletableFuture<Answer> meanwhile = CompletableFuture.supplyAsync(() -> ask(one), MEANWHILE);
        Answer second = ask(other);
        Answer first = meanwhile.join();
        look();
        List<String> acknowledged = new ArrayList<>();
        if (isDone(first)) {
            acknowledged.add(one.status());
        }
        if (isDone(second)) {
            acknowledged.add(other.status());
        }
        assertThat(acknowledged)
                .as("%s: %s and %s", plan, first, second)
                .hasSizeLessThanOrEqualTo(1)
                .isSubsetOf(status);
        Stream.of(one, other)
                .filter(move -> move.status().equals(status))
                .findFirst()
                .ifPresent(move -> moves.add(move.action()));
    }

    private void adjust() {
        plan.changes().stream()
                .filter(change -> change.state().equals(status))
                .toList()
                .forEach(this::adjust);
    }

    /** A refund is booked unless it is more than was paid; who pays more must be able to. */
    private void adjust(Change change) {
        Trader giver = change.isRefund() ? seller : buyer;
        Trader receiver = change.isRefund() ? buyer : seller;
        String path = Market.path(id) + "/adjustments";
        Answer answer = Market.insist(
                giver.client(),
                path,
                "{\"receiverId\":\"%s\",\"valueMinor\":%d}".formatted(receiver.memberId(), change.value()));
        if (answer.status() == 202) {
            look();
        }
        boolean isMade = isDone(answer) || (answer.status() == 202 && isBooked(answer.number("id")));
        if (change.isRefund()) {
            boolean isTooMuch = refunded + change.value() > total + additional;
            assertThat(isMade).as("%s: %s", plan, answer).isEqualTo(!isTooMuch);
        }
        if (isMade) {
            moves.add(change.isRefund() ? "REFUND" : "ADDITIONAL");
            refunded += change.isRefund() ? change.value() : 0;
            additional += change.isRefund() ? 0 : change.value();
        } else {
            assertThat(answer.status() == 202 ? "insufficient-credit" : answer.code())
                    .as(answer.toString())
                    .isIn("insufficient-credit", "refund-limit");
        }
    }

    private boolean isBooked(long adjustment) {
        Answer all = Ordeal.untilAnswered(
                () -> buyer.client().get(Market.path(id) + "/adjustments"), answer -> answer.status() == 200);
        return all.body()
                .required("items")
                .valueStream()
                .filter(row -> row.required("id").asLong() == adjustment)
                .anyMatch(row -> row.required("state").asString().equals("BOOKED"));
    }

    private void evaluate() {
        if (plan.end() == Plan.End.EVALUATED) {
            int level = 1 + plan.number() % 10;
            evaluate(buyer, "buyer", "{\"levelPack\":%1$d,\"levelGoods\":%1$d,\"level\":%1$d}".formatted(level));
            evaluate(seller, "seller", "{\"level\":%d}".formatted(level));
        }
    }

    private void evaluate(Trader by, String side, String body) {
        Answer answer = Market.insist(by.client(), Market.path(id) + "/evaluations/" + side, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        moves.add("EVALUATE");
    }

    private Answer ask(Move move) {
        return Market.insist(move.by(), Market.path(id) + "/" + move.step(), move.body());
    }

    private static boolean isDone(Answer answer) {
        return answer.status() == 200 || answer.status() == 201;
    }

    /** Takes the answer's word for it, or looks until nothing about it is under way any more. */
    private void settle(Answer answer) {
        if (isSettled(answer)) {
            status = answer.text("status");
        } else {
            look();
        }
    }

    private void look() {
        status = await().pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> buyer.client().get(Market.path(id)), Bargain::isSettled)
                .text("status");
    }

    private static boolean isSettled(Answer purchase) {
        return isDone(purchase)
                && !purchase.text("status").equals("PENDING")
                && !purchase.body().path("pendingAction").isString();
    }
}
