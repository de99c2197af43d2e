package kontor.support.deadline;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after tickets on every instance, a bounded number at a time. */
@Component
class DeadlineJob {

    private static final int MOST = 200;

    private final Expiring expiring;

    DeadlineJob(Expiring expiring) {
        this.expiring = expiring;
    }

    /** Each reads the head of an index of its own. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void expire() {
        repeat(expiring::failAutomatic);
        repeat(expiring::missFirstAnswer);
        repeat(expiring::missSolution);
        repeat(expiring::endIdle);
        repeat(expiring::closeSolved);
    }

    /** Reads the members behind all that is under way, which costs more; a lost grant counts within 10 s (G-19). */
    @Scheduled(fixedDelay = 4, timeUnit = TimeUnit.SECONDS)
    void leave() {
        repeat(expiring::endUngranted);
        repeat(expiring::closeAbandoned);
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
