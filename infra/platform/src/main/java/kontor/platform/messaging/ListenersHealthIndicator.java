package kontor.platform.messaging;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/** Down while a listener container is not in its expected state; such a one is started again. */
class ListenersHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ListenersHealthIndicator.class);

    private final KafkaListenerEndpointRegistry registry;

    ListenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Health health() {
        List<String> dead = dead().stream().map(ListenersHealthIndicator::name).toList();
        return dead.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("ended", dead).build();
    }

    /** Slower than the readiness probe, so that a listener that ends again and again is seen. */
    @Scheduled(initialDelay = 30, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void restart() {
        for (MessageListenerContainer container : dead()) {
            LOG.error("Listener {} had ended and is started again.", name(container));
            container.stop();
            container.start();
        }
    }

    private List<MessageListenerContainer> dead() {
        return registry.getListenerContainers().stream()
                .filter(container -> !container.isInExpectedState() || !container.isRunning())
                .toList();
    }

    private static String name(MessageListenerContainer container) {
        return String.valueOf(container.getListenerId());
    }
}
