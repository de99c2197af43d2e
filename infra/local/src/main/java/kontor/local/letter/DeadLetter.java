package kontor.local.letter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import kontor.local.service.Service;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic of dead letters: a letter with the headers that the failing consumer added, or what an operator
 * did about one, which lies behind it in the same partition.
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they came, compared by nobody.
record DeadLetter(Place place, Instant at, @Nullable String key, byte @Nullable [] body, Headers headers) {

    /** On a receipt: the offset of the letter that its consumer has taken. */
    static final String REPLAYED = "kontor_dlt-replayed";

    /** On a corrected letter: the offset of the one that it stands for. */
    static final String CORRECTS = "kontor_dlt-corrects";

    private static final String SPRING = "kafka_dlt-";

    /** What the container and the inbox put around the cause. */
    private static final Pattern FRAME = Pattern.compile(
            "^Listener method .* threw exception; |A record was not applied(: |\\. )| \\S+-\\d+@\\d+\\s*$");

    private static final Pattern EVENT = Pattern.compile("Event [0-9a-f-]{36}, version \\d+: ");

    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                new Place(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                record.headers());
    }

    OptionalLong replayed() {
        return offset(REPLAYED);
    }

    OptionalLong corrects() {
        return offset(CORRECTS);
    }

    /** Whether a consumer put it there. */
    boolean isLetter() {
        return replayed().isEmpty() && corrects().isEmpty();
    }

    String type() {
        return text("ce_type", "-");
    }

    String consumer() {
        return text(SPRING + "original-consumer-group", "-");
    }

    /** The first word of the consumer's name. */
    Service service() {
        String name = consumer().split("\\.", 2)[0];
        return Service.ALL.stream()
                .filter(service -> service.hasDatabase() && service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        "%s was left by %s, which is no consumer of this shop.".formatted(place, consumer())));
    }

    /** Why the consumer could not read it, in its words, which hold nothing of the body. */
    String cause() {
        String cause = FRAME.matcher(text(SPRING + "exception-message", "")).replaceAll("");
        return cause.isBlank() ? "no cause was told" : cause.strip();
    }

    /** The same without the event that it was about, as many letters have it in common. */
    String kindOfCause() {
        return EVENT.matcher(cause()).replaceAll("");
    }

    /** Where the record lay that could not be read. */
    String origin() {
        @Nullable Header partition = headers.lastHeader(SPRING + "original-partition");
        @Nullable Header offset = headers.lastHeader(SPRING + "original-offset");
        return "%s/%s/%s"
                .formatted(
                        text(SPRING + "original-topic", "-"),
                        partition == null
                                ? "-"
                                : ByteBuffer.wrap(partition.value()).getInt(),
                        offset == null ? "-" : ByteBuffer.wrap(offset.value()).getLong());
    }

    private OptionalLong offset(String name) {
        String text = text(name, "");
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private String text(String name, String otherwise) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? otherwise : text(header);
    }

    static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
