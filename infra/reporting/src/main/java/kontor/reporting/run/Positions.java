package kontor.reporting.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kontor.platform.rejection.Unavailable;
import kontor.reporting.stream.Figures;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Kafka how far all instances together are: what is read and what is added are committed in one transaction. */
@Component
public final class Positions implements AutoCloseable {

    private static final int PATIENCE = 5_000;

    private final Admin admin;
    private final String application;
    private final Set<String> facts;

    Positions(Figures figures, ReportingSettings settings) {
        application = settings.application();
        facts = figures.topics();
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE,
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""));
    }

    public Position now() {
        try {
            // The end is asked for first: what comes later is of no matter for whether this much was read.
            Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return position(begins, ends, committed);
        } catch (ExecutionException cause) {
            throw new Unavailable("Kafka");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Kafka");
        }
    }

    private Position position(
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        SortedMap<String, SortedMap<Integer, Long>> reached = new TreeMap<>();
        long unread = 0;
        long between = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            TopicPartition partition = end.getKey();
            @Nullable OffsetAndMetadata known = committed.get(partition);
            // Internal topics lose their beginning once it was read; a partition nobody wrote to is never committed.
            long place = Math.max(known == null ? 0 : known.offset(), begins.getOrDefault(partition, 0L));
            long behind = Math.max(0, end.getValue() - place);
            if (facts.contains(partition.topic())) {
                reached.computeIfAbsent(partition.topic(), _ -> new TreeMap<>()).put(partition.partition(), place);
                unread += behind;
            } else {
                between += behind;
            }
        }
        return new Position(reached, unread, between);
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions().stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        Set<String> topics = new TreeSet<>(facts);
        topics.addAll(Figures.between(application));
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }
}
