package kontor.observing.verify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import kontor.platform.messaging.Outbox;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Of every service; the gateway keeps no books. */
@AutoConfiguration
@ConditionalOnClass(Outbox.class)
@EnableConfigurationProperties(VerifySettings.class)
class VerifyAutoConfiguration {

    @Bean
    Halt halt(KafkaListenerEndpointRegistry registry, MeterRegistry meters) {
        return new Halt(registry, meters);
    }

    @Bean
    Examining examining(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            VerifySettings settings,
            Halt halt,
            Clock clock,
            MeterRegistry meters) {
        return new Examining(new Examiner(jdbc, transactions, settings), halt, clock, meters);
    }

    @Bean
    VerifyEndpoint verifyEndpoint(Examining examining) {
        return new VerifyEndpoint(examining);
    }

    /** Behind the platform's own, so that whoever may not write is told that. */
    @Bean
    WebMvcConfigurer writeGuard(Halt halt) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WriteGuard(halt)).order(1);
            }
        };
    }
}
