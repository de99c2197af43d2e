package kontor.platform.sample;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Places in a process of its own at which it sends itself a signal, named by the system property {@code sample.fate} as
 * {@code KILL:before-send:3}. Every record sent carries the process's id, so that a test sees who was the relay.
 */
@Configuration(proxyBeanMethods = false)
@Profile("hooked")
class Hooks {

    /** Committed, not sent. */
    static final String BEFORE_SEND = "before-send";

    /** Sent and acknowledged, not deleted. */
    static final String AFTER_SEND = "after-send";

    /** The listener's transaction committed, its offset not. */
    static final String BEFORE_OFFSET = "before-offset";

    static final String SENDER = "process";

    /** No signal: the broker's answer comes late, and then does not come at all. */
    static final String LOSE = "LOSE";

    private static final Duration LOST_AFTER = Duration.ofSeconds(3);
    private static final String[] FATE =
            System.getProperty("sample.fate", "NONE:nowhere:0").split(":", -1);
    private static final AtomicInteger VISITS = new AtomicInteger();

    @Bean
    DefaultKafkaProducerFactoryCustomizer hookedProducer() {
        return factory -> factory.addPostProcessor(producer -> proxy(Producer.class, producer, Hooks::send));
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer hookedConsumer() {
        return factory -> factory.addPostProcessor(consumer -> proxy(Consumer.class, consumer, Hooks::commit));
    }

    /** What a proxy does instead. */
    private interface Detour {

        @Nullable
        Object call(Object target, Method method, Object @Nullable [] args) throws ReflectiveOperationException;
    }

    private static @Nullable Object send(Object producer, Method method, Object @Nullable [] args)
            throws ReflectiveOperationException {
        if (!method.getName().equals("send") || args == null || args.length != 2) {
            return method.invoke(producer, args);
        }
        visit(BEFORE_SEND);
        ((ProducerRecord<?, ?>) args[0])
                .headers()
                .add(SENDER, Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
        Callback callback = (Callback) args[1];
        Callback hooked = (metadata, failure) -> {
            boolean isLost = failure == null && visit(AFTER_SEND) && FATE[0].equals(LOSE);
            callback.onCompletion(metadata, isLost ? new TimeoutException("The answer is lost.") : failure);
        };
        return method.invoke(producer, args[0], hooked);
    }

    private static @Nullable Object commit(Object consumer, Method method, Object @Nullable [] args)
            throws ReflectiveOperationException {
        if (method.getName().equals("commitSync")) {
            visit(BEFORE_OFFSET);
        }
        return method.invoke(consumer, args);
    }

    /** Whether fate has met it here. */
    private static boolean visit(String place) {
        boolean isMet = FATE[1].equals(place) && VISITS.incrementAndGet() == Integer.parseInt(FATE[2]);
        if (isMet && FATE[0].equals(LOSE)) {
            LockSupport.parkNanos(LOST_AFTER.toNanos());
        } else if (isMet) {
            signal(FATE[0]);
        }
        return isMet;
    }

    /** Returns after a thaw, from a killing never. */
    private static void signal(String name) {
        try {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-" + name, self).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // A proxy of an interface is one of it.
    private static <T> T proxy(Class<?> type, T target, Detour detour) {
        return (T) Proxy.newProxyInstance(Hooks.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return detour.call(target, method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        });
    }
}
