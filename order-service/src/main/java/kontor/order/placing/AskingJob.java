package kontor.order.placing;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after undecided orders on every instance, a bounded number at a time. */
@Component
class AskingJob {

    private static final int MOST = 200;

    private final AskingAgain asking;

    AskingJob(AskingAgain asking) {
        this.asking = asking;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        Origin.begin(new Origin(Caller.SYSTEM, UUID.randomUUID().toString(), false));
        try {
            for (int done = 0; done < MOST && asking.askNext(); done++) {
                Thread.onSpinWait();
            }
        } finally {
            Origin.end();
        }
    }
}
