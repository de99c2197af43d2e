package kontor.gateway.maintenance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the topics of identity-service from their beginning to the end and on, in every gateway and after every start
 * anew: no consumer group, nothing committed. The broker may be away at the start or later; it is waited for, and what
 * was known stays known.
 */
@Component
class IdentityListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityListener.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration METADATA_TIMEOUT = Duration.ofSeconds(10);

    private final MaintenanceSettings settings;
    private final IdentityNews news;
    private final Maintenance maintenance;
    private @Nullable ScheduledExecutorService executor;
    private @Nullable ScheduledFuture<?> reading;

    IdentityListener(MaintenanceSettings settings, IdentityNews news, Maintenance maintenance) {
        this.settings = settings;
        this.news = news;
        this.maintenance = maintenance;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("identity-listener").factory());
        reading = reader.scheduleWithFixedDelay(
                this::follow, 0, settings.reopenPause().toMillis(), TimeUnit.MILLISECONDS);
        executor = reader;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reading != null && !reading.isDone() && executor != null;
    }

    private void follow() {
        try {
            read();
        } catch (InterruptException stopped) {
            LOG.debug("No longer listening", stopped);
        } catch (RuntimeException away) {
            LOG.warn("The topics of identity cannot be read, {} is kept: {}", maintenance.mode(), away.toString());
        }
    }

    private void read() {
        KafkaConsumer<String, @Nullable String> consumer = new KafkaConsumer<>(configuration());
        try {
            List<TopicPartition> partitions = Stream.of(IdentityNews.PLATFORM, IdentityNews.MEMBERS)
                    .flatMap(topic -> partitions(consumer, topic))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, @Nullable String> message : consumer.poll(POLL)) {
                    tell(message);
                }
                if (!maintenance.isCurrent() && reached(consumer, ends)) {
                    maintenance.caughtUp();
                }
            }
        } finally {
            // Closing is a conversation with the broker, which an interrupted thread would break off with an error.
            Thread.interrupted();
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    private void tell(ConsumerRecord<String, @Nullable String> message) {
        Header type = message.headers().lastHeader("ce_type");
        String name = type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
        news.on(message.topic(), name, message.key(), message.value());
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic, METADATA_TIMEOUT);
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(topic);
        }
        return partitions.stream().map(one -> new TopicPartition(one.topic(), one.partition()));
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        // While the broker is away: now and then, not twenty times a second.
        configuration.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        return configuration;
    }
}
