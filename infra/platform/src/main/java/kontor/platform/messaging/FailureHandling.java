package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A record that can never be read goes to {@code <topic>-dlt} with its cause; everything else is tried again without
 * limit, the container paused in between, because skipping would lose an effect.
 */
final class FailureHandling {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandling.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final String FAILURES = "platform.inbox.failures";
    private static final String DEAD_LETTERS = "platform.inbox.dead.letters";
    private static final String TOPIC = "topic";

    private FailureHandling() {}

    static DefaultErrorHandler of(KafkaOperations<String, byte[]> kafka, MeterRegistry meters) {
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (record, cause) -> new TopicPartition(record.topic() + "-dlt", -1));
        deadLetters.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        ExponentialBackOff pause = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pause.setMaxInterval(LONGEST_PAUSE.toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, pause, pausing());
        // Not even Spring's own list of fatal exceptions: an error of ours is mended by a release, a skipped record by
        // nothing.
        handler.setClassifications(Map.of(MalformedRecord.class, false), true);
        handler.setRetryListeners(new Witness(meters));
        return handler;
    }

    /** Once for all consumers: the container's own advice is set anew by each that starts, under those that run. */
    static void guard(ContainerProperties container, MeterRegistry meters) {
        for (String topic : Objects.requireNonNullElse(container.getTopics(), new String[0])) {
            // From 0 on, or an alarm would not see the first one as an increase.
            meters.counter(FAILURES, TOPIC, topic);
            meters.counter(DEAD_LETTERS, TOPIC, topic);
        }
        ProxyFactory guarded = new ProxyFactory(Objects.requireNonNull(container.getMessageListener()));
        guarded.addAdvice((MethodInterceptor) FailureHandling::wrapErrors);
        container.setMessageListener(guarded.getProxy());
    }

    /** An {@link Error} would end the container; as an exception it is tried again like any other failure. */
    private static @Nullable Object wrapErrors(MethodInvocation listener) throws Throwable {
        try {
            return listener.proceed();
        } catch (Error e) {
            throw new IllegalStateException("The listener failed with an error.", e);
        }
    }

    /** A scheduler of its own: on the shared one a long job would keep listeners asleep. */
    private static ContainerPausingBackOffHandler pausing() {
        return new ContainerPausingBackOffHandler(new ListenerContainerPauseService(
                null,
                new ConcurrentTaskScheduler(Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("listener-pause").factory()))));
    }

    /** Says once per attempt, where an operator looks, what happened to a record. */
    private record Witness(MeterRegistry meters) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception cause, int attempt) {
            meters.counter(FAILURES, TOPIC, record.topic()).increment();
            of(record, LOG.atWarn()).setCause(cause).log("Attempt {} on {} failed.", attempt, place(record));
        }

        @Override
        public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception cause) {
            meters.counter(DEAD_LETTERS, TOPIC, record.topic()).increment();
            of(record, LOG.atError()).log("{} can never be read and went to the dead letters.", place(record));
        }

        /** In the trace of what caused the record: the span of the attempt is over. */
        private static LoggingEventBuilder of(ConsumerRecord<?, ?> record, LoggingEventBuilder line) {
            @Nullable String trace = Traces.idOf(Message.traceparent(record));
            return trace == null ? line : line.addKeyValue("traceId", trace);
        }

        private static String place(ConsumerRecord<?, ?> record) {
            return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        }
    }
}
