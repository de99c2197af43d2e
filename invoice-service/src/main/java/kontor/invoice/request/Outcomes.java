package kontor.invoice.request;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets a caller wait until his request is decided, without a database connection (G-29). The decision may be made by
 * another instance, so the row is looked at again after growing pauses; one made here ends the pause.
 */
@Component
class Outcomes {

    private static final long SHORTEST_PAUSE = Duration.ofMillis(25).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

    private final RequestRows rows;
    private final ConcurrentMap<Thread, Long> waiting = new ConcurrentHashMap<>();

    Outcomes(RequestRows rows) {
        this.rows = rows;
    }

    @TransactionalEventListener
    void on(InvoiceRequest.Decided decided) {
        waiting.forEach((thread, requestId) -> {
            if (requestId == decided.requestId()) {
                LockSupport.unpark(thread);
            }
        });
    }

    /** The request as it is when it is decided, or when the time is over. */
    RequestView await(long requestId, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        long pause = SHORTEST_PAUSE;
        waiting.put(Thread.currentThread(), requestId);
        try {
            RequestView request = rows.one(requestId);
            while (request.isPending()
                    && System.nanoTime() < end
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, Math.min(pause, end - System.nanoTime()));
                pause = Math.min(2 * pause, LONGEST_PAUSE);
                request = rows.one(requestId);
            }
            return request;
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }
}
