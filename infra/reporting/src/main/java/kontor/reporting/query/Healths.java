package kontor.reporting.query;

import kontor.reporting.run.Run;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ready when questions can be answered; alive as long as the work goes on by itself. */
@Configuration(proxyBeanMethods = false)
class Healths {

    @Bean
    HealthIndicator streamsHealthIndicator(Run run) {
        return () -> (run.state() == KafkaStreams.State.RUNNING ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator progressHealthIndicator(Run run) {
        return () -> (run.state().hasNotStarted() || run.isRunning() ? Health.up() : Health.down()).build();
    }
}
