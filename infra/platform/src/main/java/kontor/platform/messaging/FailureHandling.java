package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A record that can never be read goes to {@code <topic>-dlt} with its cause; everything else is tried again without limit,
 * the container paused in between, because skipping would lose an effect.
 */
final class FailureHandling {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private FailureHandling() {}

    static DefaultErrorHandler of(
            KafkaOperations<String, byte[]> kafka, ListenerContainerPauseService pauses, MeterRegistry meters) {
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(kafka, (record, cause) -> {
            meters.counter("platform.inbox.dead.letters", "topic", record.topic())
                    .increment();
            return new TopicPartition(record.topic() + "-dlt", -1);
        });
        deadLetters.setFailIfSendResultIsError(true);
        ExponentialBackOff pause = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pause.setMaxInterval(LONGEST_PAUSE.toMillis());
        pause.setMaxElapsedTime(Long.MAX_VALUE);
        DefaultErrorHandler handler =
                new DefaultErrorHandler(deadLetters, pause, new ContainerPausingBackOffHandler(pauses));
        handler.defaultFalse(true);
        handler.addNotRetryableExceptions(MalformedRecord.class);
        return handler;
    }
}
