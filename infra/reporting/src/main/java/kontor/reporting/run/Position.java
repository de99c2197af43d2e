package kontor.reporting.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * How far the figures are.
 *
 * @param reached by topic and partition, the place up to which all facts are in the figures once nothing is between
 * @param unread facts that have not been read
 * @param between changes that have been read and are not yet in every sum
 */
public record Position(SortedMap<String, SortedMap<Integer, Long>> reached, long unread, long between) {

    /** Whether the figures are those of {@code reached}, and all there is is in them. */
    public boolean isComplete() {
        return unread == 0 && between == 0;
    }

    /** As one line: {@code topic=0:120/1:88, ...}. */
    public String line() {
        return reached.entrySet().stream()
                .map(topic -> topic.getKey() + "=" + line(topic.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String line(Map<Integer, Long> partitions) {
        return partitions.entrySet().stream()
                .map(partition -> partition.getKey() + ":" + partition.getValue())
                .collect(Collectors.joining("/"));
    }
}
