package kontor.platform.messaging;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Readiness: down while a listener container is not in its expected state. Such a one is started again; one that ends
 * again and again, or a relay that makes no turn, takes liveness down, because only a new process can mend that.
 */
class ListenersHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ListenersHealthIndicator.class);
    private static final int RESTARTS_IN_VAIN = 8;

    private final KafkaListenerEndpointRegistry registry;
    private final AtomicInteger restarts = new AtomicInteger();

    ListenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Health health() {
        List<String> missing = registry.getListenerContainers().stream()
                .filter(container -> isEnded(container) || (container.isAutoStartup() && !container.isRunning()))
                .map(container -> String.valueOf(container.getListenerId()))
                .toList();
        return missing.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("ended", missing).build();
    }

    boolean isBeyondHelp() {
        return restarts.get() >= RESTARTS_IN_VAIN;
    }

    /** Slower than the readiness probe, so that a listener that ends again and again is seen. */
    @Scheduled(fixedDelay = 15, initialDelay = 15, timeUnit = TimeUnit.SECONDS)
    void restart() {
        List<MessageListenerContainer> ended = registry.getListenerContainers().stream()
                .filter(ListenersHealthIndicator::isEnded)
                .toList();
        restarts.updateAndGet(former -> ended.isEmpty() ? 0 : former + 1);
        for (MessageListenerContainer container : ended) {
            LOG.error("Listener {} had ended and is started again.", container.getListenerId());
            container.stop();
            container.start();
        }
    }

    /** One that was stopped on purpose, as at the end of the process, has not ended. */
    private static boolean isEnded(MessageListenerContainer container) {
        return !container.isInExpectedState();
    }
}
