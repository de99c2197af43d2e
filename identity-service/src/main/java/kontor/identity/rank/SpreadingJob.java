package kontor.identity.rank;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs on every instance; they exclude each other by the lock on the rank's row. */
@Component
class SpreadingJob {

    private final Spreading spreading;

    SpreadingJob(Spreading spreading) {
        this.spreading = spreading;
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void run() {
        boolean more = true;
        while (more) {
            more = spreading.next();
        }
    }
}
