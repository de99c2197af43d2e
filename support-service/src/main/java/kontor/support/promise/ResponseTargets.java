package kontor.support.promise;

import java.time.Duration;
import java.time.Instant;
import kontor.platform.store.PlatformSettings;
import org.springframework.stereotype.Component;

/**
 * The targets of tickets (S-11), in running time: around the clock, or only within business hours where some are set.
 */
@Component
public class ResponseTargets {

    private final TargetSettings settings;
    private final RunningTime time;

    ResponseTargets(TargetSettings settings, PlatformSettings platform) {
        this.settings = settings;
        this.time = new RunningTime(settings.openingHours(), platform.zone());
    }

    /** The moment from which a ticket without an answer has broken its target; a new priority counts from creation. */
    public Instant firstAnswerDue(Priority priority, Instant createdAt) {
        return time.after(createdAt, settings.of(priority).firstAnswer());
    }

    /** How much running time a ticket may be OPEN. */
    public Duration solutionWithin(Priority priority) {
        return settings.of(priority).solution();
    }

    /** How much time ran from one moment to the other; none if the other is not later. */
    public Duration running(Instant from, Instant to) {
        return time.between(from, to);
    }

    /** The moment at which that much time has run. */
    public Instant after(Instant from, Duration running) {
        return time.after(from, running);
    }
}
