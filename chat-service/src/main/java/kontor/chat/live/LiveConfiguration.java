package kontor.chat.live;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerPostProcessor;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** Wiring of the live log. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    static final String GATHERING = "gathering";

    /** Nobody sees it in a chat, and under load two or three events share a transaction and a look at the log. */
    private static final Duration MOMENT = Duration.ofMillis(10);

    /** Lets a moment pass between two polls; what comes after a longer silence does not wait. */
    @Bean(GATHERING)
    ContainerPostProcessor<String, byte[], AbstractMessageListenerContainer<String, byte[]>> gathering() {
        return container -> container.getContainerProperties().setIdleBetweenPolls(MOMENT.toMillis());
    }
}
