package kontor.observing.verify;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Books that are wrong must not get worse: the service answers reads, so it stays ready, and refuses to write until its
 * verify set finds nothing any more. Nothing that a user can do leads here.
 */
public class Halt {

    private static final Logger LOG = LoggerFactory.getLogger(Halt.class);

    /** Money that does not add up, balances that are not their entries, document numbers with a gap. */
    private static final Set<String> HALTING = Set.of("INV-01", "INV-03", "INV-16");

    private final KafkaListenerEndpointRegistry registry;
    private volatile boolean on;

    Halt(KafkaListenerEndpointRegistry registry, MeterRegistry meters) {
        this.registry = registry;
        Gauge.builder("platform.halted", () -> on ? 1 : 0).register(meters);
    }

    /** Whether a job has to leave its work undone. */
    public boolean isOn() {
        return on;
    }

    /** One that was just being tried again, or was started anew, reads on otherwise. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void hold() {
        if (on) {
            each(MessageListenerContainer::pause);
        }
    }

    /** What could not be asked changes nothing. */
    void follow(Map<String, Double> disagreements) {
        boolean isBroken = HALTING.stream().anyMatch(invariant -> disagreements.getOrDefault(invariant, 0.0) > 0);
        boolean isKnown = HALTING.stream()
                .noneMatch(
                        invariant -> disagreements.getOrDefault(invariant, 0.0).isNaN());
        if (isBroken && !on) {
            LOG.error("The books are wrong: this service reads and does not write until that is mended.");
            on = true;
            hold();
        } else if (on && !isBroken && isKnown) {
            LOG.warn("The books are right again: this service writes.");
            on = false;
            each(MessageListenerContainer::resume);
        }
    }

    private void each(Consumer<MessageListenerContainer> order) {
        registry.getListenerContainers().forEach(order);
    }
}
