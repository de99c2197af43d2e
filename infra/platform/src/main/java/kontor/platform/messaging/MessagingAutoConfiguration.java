package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import kontor.platform.store.PlatformSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.transaction.PlatformTransactionManager;

/** Outbox, relay and inbox of a service, and what its listeners do when something fails. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
class MessagingAutoConfiguration {

    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, RelaySignal signal, Clock clock, PlatformSettings settings) {
        return new Outbox(jdbc, signal, clock, settings.service());
    }

    @Bean
    OutboxRelay outboxRelay(
            DataSource database,
            KafkaTemplate<String, byte[]> kafka,
            RelaySignal signal,
            PlatformSettings settings,
            MeterRegistry meters) {
        return new OutboxRelay(database, kafka, signal, settings.service(), meters);
    }

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            Outbox outbox,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            ObservationRegistry observations) {
        return new Inbox(jdbc, outbox, transactions, meters, observations);
    }

    @Bean
    CommonErrorHandler errorHandler(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        return FailureHandling.of(kafka, meters);
    }

    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> errorsAsFailures(
            MeterRegistry meters) {
        return container -> FailureHandling.guard(container.getContainerProperties(), meters);
    }

    /** In place of Spring's, which would log the whole event; the relay says what failed. */
    @Bean
    ProducerListener<Object, Object> silentProducerListener() {
        return new ProducerListener<>() {};
    }

    /** What the broker has not taken by then stays in the outbox. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer shortFarewell() {
        return producers -> producers.setPhysicalCloseTimeout(5);
    }

    @Bean
    ListenersHealthIndicator listenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        return new ListenersHealthIndicator(registry);
    }

    /** Part of liveness: down when the process cannot go on by itself. */
    @Bean
    HealthIndicator progressHealthIndicator(OutboxRelay relay, ListenersHealthIndicator listeners) {
        return () -> (relay.isHalted() || listeners.isBeyondHelp() ? Health.down() : Health.up()).build();
    }

    @Bean
    DeadLetterEndpoint deadLetterEndpoint(KafkaListenerEndpointRegistry registry, ConsumerFactory<?, ?> consumers) {
        return new DeadLetterEndpoint(registry, consumers);
    }
}
