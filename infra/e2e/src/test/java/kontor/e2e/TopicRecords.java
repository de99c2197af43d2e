package kontor.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kontor.local.stack.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of the shop as somebody outside reads it, and as a broker loses it. */
record TopicRecords(Ports ports, String topic) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Key, version and id of each event that is there, however often. */
    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL)
                        .forEach(record -> all.add("%s %s %s"
                                .formatted(record.key(), header(record, "ce_sequence"), header(record, "ce_id"))));
            }
        }
        return all;
    }

    /** Loses every record that is there now. */
    void lose() throws Exception {
        try (KafkaConsumer<String, String> consumer = consumer();
                Admin admin = Admin.create(Map.of("bootstrap.servers", ports.bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> ends = consumer.endOffsets(partitions(consumer)).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
            admin.deleteRecords(ends).all().get();
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", ports.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
