package kontor.observing.figure;

import io.micrometer.core.instrument.binder.MeterBinder;
import kontor.platform.messaging.Outbox;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Of every service; the gateway has neither a database nor listeners. */
@AutoConfiguration
@ConditionalOnClass(Outbox.class)
class FigureAutoConfiguration {

    @Bean
    MeterBinder messageFigures(JdbcClient jdbc) {
        return new MessageFigures(jdbc);
    }

    @Bean
    MeterBinder listenerFigures(KafkaListenerEndpointRegistry registry) {
        return new ListenerFigures(registry);
    }

    @Bean
    MeterBinder sagaFigures(JdbcClient jdbc) {
        return meters -> Saga.all().forEach(saga -> new SagaFigures(saga, jdbc).bindTo(meters));
    }
}
