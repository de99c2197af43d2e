package kontor.ledger.purchase;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kontor.platform.rejection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Books the carts of many requests by one statement and one commit: whoever asks while a group is being booked is in
 * the next one, so groups grow with the load, and who comes after a silence waits for nobody. It only ever says what it
 * has booked; what it has not, for whatever reason, the request itself tries alone.
 */
@Component
class GroupPosting implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GroupPosting.class);

    /**
     * Groups begin so far apart, or at half of the load that they can carry most would be of one cart or two. Whoever
     * waits for another cart of the same buyer does not wait for this, too.
     */
    private static final Duration MOMENT = Duration.ofMillis(9);

    private static final int GROUP_MOST = 128;
    private static final int WAITING_MOST = 2_000;

    private final PurchaseStatement statement;
    private final ShelfPurchaseEvents events;
    private final BlockingQueue<Ticket> waiting = new ArrayBlockingQueue<>(WAITING_MOST);
    private final Deque<Ticket> drawn = new ArrayDeque<>();
    private final DistributionSummary sizes;
    private final Thread poster;
    private long begun = System.nanoTime();

    GroupPosting(PurchaseStatement statement, ShelfPurchaseEvents events, MeterRegistry meters) {
        this.statement = statement;
        this.events = events;
        this.sizes = meters.summary("ledger.shelf.group");
        meters.gauge("ledger.shelf.waiting", waiting, BlockingQueue::size);
        this.poster = Thread.ofPlatform().name("group-posting").daemon().unstarted(this::run);
        poster.start();
    }

    /** A cart whose request waits for the balance afterwards; empty = not booked. */
    private record Ticket(BookedCart cart, CompletableFuture<Optional<Long>> balance) {}

    /** The buyer's balance afterwards; empty if the cart was not booked. Refuses when too many wait. */
    Optional<Long> book(BookedCart cart) {
        Ticket ticket = new Ticket(cart, new CompletableFuture<>());
        if (!waiting.offer(ticket)) {
            throw new Unavailable("The till");
        }
        return ticket.balance().join();
    }

    private void run() {
        try {
            while (true) {
                awaitFirst();
                book(List.copyOf(nextGroup().values()));
            }
        } catch (InterruptedException ignored) {
            // The web server has drained before this ends, so nobody waits any more.
        }
    }

    private void awaitFirst() throws InterruptedException {
        if (drawn.isEmpty()) {
            drawn.add(waiting.take());
            TimeUnit.NANOSECONDS.sleep(begun + MOMENT.toNanos() - System.nanoTime());
        }
        begun = System.nanoTime();
    }

    /** The oldest cart of each buyer; a second one of the same buyer is left for the next group. */
    private Map<UUID, Ticket> nextGroup() {
        waiting.drainTo(drawn, GROUP_MOST - drawn.size());
        Map<UUID, Ticket> group = new LinkedHashMap<>();
        for (Iterator<Ticket> tickets = drawn.iterator(); tickets.hasNext(); ) {
            Ticket ticket = tickets.next();
            if (group.putIfAbsent(ticket.cart().buyerId(), ticket) == null) {
                tickets.remove();
            }
        }
        return group;
    }

    private void book(List<Ticket> group) {
        Map<Integer, Long> balances = Map.of();
        try {
            balances = statement.run(
                    PurchaseSql.PASSING, group.stream().map(Ticket::cart).toList());
            sizes.record(group.size());
        } catch (RuntimeException | Error e) {
            LOG.debug("{} carts could not be booked together; each is tried alone.", group.size(), e);
        }
        if (!balances.isEmpty()) {
            events.left();
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).balance().complete(Optional.ofNullable(balances.get(i)));
        }
    }

    @Override
    public void destroy() {
        poster.interrupt();
    }
}
