package kontor.invoice.request;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import kontor.invoice.issuer.IssuerAdded;
import kontor.invoice.order.OrderReleased;
import kontor.observing.verify.Halt;
import kontor.platform.messaging.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Issues what is released, one transaction for each, as soon as the release is committed, and looks again for what had
 * to wait. Runs on every instance; none waits for a request that another one is at work on.
 */
@Component
class IssuingJob {

    private static final Logger LOG = LoggerFactory.getLogger(IssuingJob.class);

    private final InvoiceRequests requests;
    private final Issuing issuing;
    private final ThreadPoolTaskScheduler scheduler;
    private final Halt halt;
    private final AtomicInteger waiting;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean isWoken = new AtomicBoolean();

    IssuingJob(
            InvoiceRequests requests,
            Issuing issuing,
            ThreadPoolTaskScheduler scheduler,
            Halt halt,
            MeterRegistry meters) {
        this.requests = requests;
        this.issuing = issuing;
        this.scheduler = scheduler;
        this.halt = halt;
        waiting = meters.gauge("invoice.request.waiting", new AtomicInteger());
    }

    @TransactionalEventListener
    void on(OrderReleased released) {
        wake();
    }

    /** What waited for an issuer has one now (V-14). */
    @TransactionalEventListener
    void on(IssuerAdded added) {
        wake();
    }

    private void wake() {
        if (isWoken.compareAndSet(false, true)) {
            scheduler.execute(this::run);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        turn.lock();
        try {
            // From here on a release may be behind the last one looked at, and needs a turn of its own.
            isWoken.set(false);
            waiting.set(issueAll());
        } finally {
            turn.unlock();
        }
    }

    /** How many have to wait. */
    private int issueAll() {
        int left = 0;
        Optional<Long> next = requests.nextDue(0);
        if (next.isPresent() && (halt.isOn() || !issuing.isPossible())) {
            // Each would find out by itself, every second and in a transaction of its own.
            return requests.countDue();
        }
        while (next.isPresent()) {
            left += isDone(next.get()) ? 0 : 1;
            next = requests.nextDue(next.get());
        }
        return left;
    }

    private boolean isDone(long requestId) {
        try {
            return issuing.issue(requestId);
        } catch (RuntimeException e) {
            LOG.error("Request {} was not issued and is tried again: {}", requestId, e.toString());
            return false;
        } finally {
            Origin.end();
        }
    }
}
