package kontor.invoice.request;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A decision that stays out is asked for again (G-29). */
@Component
class AskingJob {

    private final Requesting requesting;
    private final RequestSettings settings;

    AskingJob(Requesting requesting, RequestSettings settings) {
        this.requesting = requesting;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        requesting.askAgain(settings.reaskInterval());
    }
}
