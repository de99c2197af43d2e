package kontor.platform.messaging;

import java.util.Comparator;

/** The events of one aggregate, which have versions 1, 2, 3 ... */
record Stream(String topic, String key) implements Comparable<Stream> {

    private static final Comparator<Stream> ORDER =
            Comparator.comparing(Stream::topic).thenComparing(Stream::key);

    @Override
    public int compareTo(Stream other) {
        return ORDER.compare(this, other);
    }
}
