package kontor.local.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far each group of consumers is behind the end of each of its topics. */
final class ConsumerLags {

    private final Map<String, ConsumerGroupDescription> groups;
    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> committed;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    private ConsumerLags(Admin admin) throws ExecutionException, InterruptedException {
        List<String> names = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .toList();
        groups = new TreeMap<>(admin.describeConsumerGroups(names).all().get());
        committed = admin.listConsumerGroupOffsets(
                        names.stream().collect(Collectors.toMap(name -> name, _ -> new ListConsumerGroupOffsetsSpec())))
                .all()
                .get();
        Set<TopicPartition> all = new HashSet<>();
        names.forEach(name -> all.addAll(partitions(name)));
        begins = offsets(admin, all, OffsetSpec.earliest());
        ends = offsets(admin, all, OffsetSpec.latest());
    }

    /**
     * One of a group and a topic.
     *
     * @param members how many processes read in the group's name; none when its service is down
     */
    record Lag(String group, String topic, long records, int members) {}

    static List<Lag> of(Admin admin) throws ExecutionException, InterruptedException {
        ConsumerLags lags = new ConsumerLags(admin);
        List<Lag> all = new ArrayList<>();
        lags.groups.forEach((name, group) -> lags.behind(name)
                .forEach((topic, records) ->
                        all.add(new Lag(name, topic, records, group.members().size()))));
        return all;
    }

    private Map<String, Long> behind(String group) {
        Map<String, Long> behind = new TreeMap<>();
        for (TopicPartition partition : partitions(group)) {
            @Nullable OffsetAndMetadata reached = committed(group).get(partition);
            // Who has committed nothing yet begins at the beginning.
            long from = Math.max(reached == null ? 0 : reached.offset(), begins.getOrDefault(partition, 0L));
            behind.merge(partition.topic(), Math.max(0, ends.getOrDefault(partition, 0L) - from), Long::sum);
        }
        return behind;
    }

    /** What it has read from, and what it is to read from now. */
    private Set<TopicPartition> partitions(String group) {
        Set<TopicPartition> partitions = new HashSet<>(committed(group).keySet());
        @Nullable ConsumerGroupDescription described = groups.get(group);
        if (described != null) {
            described
                    .members()
                    .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
        }
        return partitions;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return committed.getOrDefault(group, Map.of());
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found :
                admin.listOffsets(wanted).all().get().entrySet()) {
            offsets.put(found.getKey(), found.getValue().offset());
        }
        return offsets;
    }
}
