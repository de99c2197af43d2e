package kontor.order.deadline;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after purchases on every instance, a bounded number at a time. */
@Component
class DeadlineJob {

    private static final int MOST = 200;

    private final Chasing chasing;
    private final Expiring expiring;

    DeadlineJob(Chasing chasing, Expiring expiring) {
        this.chasing = chasing;
        this.expiring = expiring;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void chase() {
        repeat(chasing::askNext);
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void expire() {
        repeat(expiring::cancelUnpaid);
        repeat(expiring::finishUnconfirmed);
    }

    /** Reads the members of all open purchases, which costs more. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void leave() {
        repeat(expiring::cancelAbandoned);
    }

    private static void repeat(BooleanSupplier step) {
        Origin.begin(new Origin(Caller.SYSTEM, UUID.randomUUID().toString(), false));
        try {
            for (int done = 0; done < MOST && step.getAsBoolean(); done++) {
                Thread.onSpinWait();
            }
        } finally {
            Origin.end();
        }
    }
}
