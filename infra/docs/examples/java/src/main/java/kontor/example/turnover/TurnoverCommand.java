package kontor.example.turnover;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads for ever, or with {@code --once} to the present end: {@code TurnoverCommand BOOTSTRAP-SERVERS FILE [--once]}.
 * It takes all partitions itself and needs no group: how far it has read stands in its file.
 */
public final class TurnoverCommand {

    private static final Duration POLL = Duration.ofMillis(500);

    private TurnoverCommand() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("Say where Kafka is and which file is the memory.");
        }
        boolean isOnce = List.of(arguments).contains("--once");
        try (KafkaConsumer<String, String> consumer = consumer(arguments[0])) {
            run(consumer, Path.of(arguments[1]), isOnce);
        }
    }

    private static KafkaConsumer<String, String> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // A place that is not there any more is an error to look at, never a jump.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static void run(KafkaConsumer<String, String> consumer, Path file, boolean isOnce) {
        Memory memory = Memory.read(file);
        ShelfTurnover turnover = new ShelfTurnover(memory);
        List<TopicPartition> partitions = Stream.of(ShelfTurnover.PURCHASES, ShelfTurnover.PRODUCTS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(
                    partition, memory.offsets().getOrDefault(partition.toString(), begins.getOrDefault(partition, 0L)));
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!isOnce || isBehind(consumer, ends)) {
            ConsumerRecords<String, String> records = consumer.poll(POLL);
            for (ConsumerRecord<String, String> record : records) {
                turnover.accept(record);
            }
            partitions.forEach(partition -> memory.offsets().put(partition.toString(), consumer.position(partition)));
            if (!records.isEmpty()) {
                memory.write(file);
            }
            if (!isOnce && !records.isEmpty()) {
                System.out.println(String.join("\n", turnover.table()) + "\n");
            }
        }
        memory.write(file);
        turnover.table().forEach(System.out::println);
    }

    private static boolean isBehind(KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
