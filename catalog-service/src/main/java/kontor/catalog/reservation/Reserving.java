package kontor.catalog.reservation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kontor.catalog.reservation.Goods.Verdict;
import kontor.catalog.reservation.Reservation.Cause;
import kontor.catalog.reservation.RetailOrder.Item;
import kontor.catalog.reservation.Step.Trigger;
import kontor.catalog.stock.Warehouse;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reserves all lines of an order or none (C-17), and follows what becomes of its items. A refusal is an answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Reserving {

    private final PromiseBook promises;
    private final Warehouse warehouse;
    private final Goods goods;
    private final Following following;
    private final Clock clock;

    Reserving(PromiseBook promises, Warehouse warehouse, Goods goods, Following following, Clock clock) {
        this.promises = promises;
        this.warehouse = warehouse;
        this.goods = goods;
        this.following = following;
        this.clock = clock;
    }

    /**
     * Before a transaction follows many orders: locks their promises and then all stocks that may change, each in one
     * order. An order that was imported is never asked about, so it has no promise unless it asks or ends.
     */
    public void prepare(List<RetailOrder> asking, List<RetailOrder> ending, List<RetailOrder> moving) {
        List<RetailOrder> changing =
                Stream.concat(ending.stream(), moving.stream()).toList();
        promises.lockAll(
                Stream.concat(asking.stream(), changing.stream())
                        .map(RetailOrder::orderId)
                        .toList(),
                Stream.concat(asking.stream(), ending.stream())
                        .map(RetailOrder::orderId)
                        .toList());
        warehouse.lockAll(Stream.concat(
                        asking.stream().flatMap(order -> order.items().stream()),
                        changing.stream().flatMap(order -> order.settled().stream()))
                .map(Item::productId)
                .toList());
    }

    /** The first answer stays the answer, however often the order asks (G-35). */
    public void decide(RetailOrder order) {
        Promise promise = promises.open(order.orderId());
        if (promise.isAnswered()) {
            promise.answerAgain();
            promises.save(promise);
            return;
        }
        Verdict verdict = goods.judge(order);
        Instant now = clock.instant();
        if (verdict.failing().isEmpty()) {
            verdict.held().forEach(line -> warehouse.hold(line.productId(), line.quantity()));
            promise.accept(verdict.held(), now);
            promises.save(promise, "reserve-stock");
        } else {
            promise.refuse(verdict.failing(), now);
            promises.save(promise, "refuse-stock");
        }
    }

    /** The whole order has ended. If it was not asked about yet, it will be refused when it is (C-18). */
    public void end(RetailOrder order, Instant at) {
        Promise promise = promises.open(order.orderId());
        if (promise.isAnswered()) {
            follow(promise, order, at);
        } else {
            promise.close(clock.instant());
            promises.save(promise, "refuse-stock");
        }
    }

    /** By the status of each item, so that it does not matter which fact told of it. */
    public void follow(RetailOrder order, Instant at) {
        promises.find(order.orderId()).ifPresent(promise -> follow(promise, order, at));
    }

    private void follow(Promise promise, RetailOrder order, Instant at) {
        Cause cause = new Cause(null, at);
        following.follow(promise, Trigger.ENDED, promise.of(RetailOrder.ids(order.ended())), cause);
        following.follow(promise, Trigger.LEFT, promise.of(RetailOrder.ids(order.left())), cause);
    }
}
