package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import kontor.platform.store.PlatformSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListenerConfigurer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.scheduling.TaskScheduler;

/** Outbox, relay and inbox of a service, and what its listeners do when something fails. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
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
    KafkaTemplate<String, byte[]> bytesTemplate(ProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers);
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
    OutboxMetrics outboxMetrics(JdbcClient jdbc, MeterRegistry meters) {
        return new OutboxMetrics(jdbc, meters);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    KafkaListenerConfigurer messageParameters() {
        return registrar -> registrar.setCustomMethodArgumentResolvers(new MessageArgument());
    }

    @Bean
    CommonErrorHandler errorHandler(
            KafkaTemplate<String, byte[]> kafka,
            KafkaListenerEndpointRegistry registry,
            TaskScheduler scheduler,
            MeterRegistry meters) {
        return FailureHandling.of(kafka, new ListenerContainerPauseService(registry, scheduler), meters);
    }

    @Bean
    ListenersHealthIndicator listenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        return new ListenersHealthIndicator(registry);
    }
}
