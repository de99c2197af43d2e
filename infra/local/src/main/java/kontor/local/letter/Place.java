package kontor.local.letter;

import java.util.Comparator;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.TopicPartition;

/** Where a dead letter lies, as {@code infra/dlt list} prints it and the other words take it. */
record Place(String topic, int partition, long offset) implements Comparable<Place> {

    static final String ENDING = "-dlt";

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::topic)
            .thenComparingInt(Place::partition)
            .thenComparingLong(Place::offset);

    static Place of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3
                || !parts[0].endsWith(ENDING)
                || !parts[1].matches("\\d{1,6}")
                || !parts[2].matches("\\d{1,18}")) {
            throw new Trouble("'%s' is no place of a dead letter; infra/dlt list TOPIC names them.".formatted(text));
        }
        return new Place(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    Place at(long another) {
        return new Place(topic, partition, another);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s/%d/%d".formatted(topic, partition, offset);
    }
}
