package kontor.observing.figure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Predicate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** How many listeners read, pause because a record is tried again, or have ended and are started anew. */
record ListenerFigures(KafkaListenerEndpointRegistry registry) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        count(meters, "running", container -> container.isInExpectedState() && reads(container));
        count(meters, "paused", container -> container.isInExpectedState() && container.isPauseRequested());
        count(meters, "ended", container -> !container.isInExpectedState());
    }

    private static boolean reads(MessageListenerContainer container) {
        return container.isRunning() && !container.isPauseRequested();
    }

    private void count(MeterRegistry meters, String state, Predicate<MessageListenerContainer> isIn) {
        Gauge.builder(
                        "platform.listeners",
                        registry,
                        all -> all.getListenerContainers().stream().filter(isIn).count())
                .tag("state", state)
                .register(meters);
    }
}
