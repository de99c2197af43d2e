package kontor.reporting.stream;

import java.nio.charset.StandardCharsets;
import kontor.platform.messaging.EventJson;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Values of stores and internal topics, as JSON. */
record Json<T>(Class<T> type) implements Serde<T> {

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> bytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> value(bytes);
    }

    // Kafka gives and takes null for "no value", which its own signatures do not say.
    @SuppressWarnings("NullAway")
    private static byte[] bytes(@Nullable Object value) {
        return value == null ? null : EventJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("NullAway")
    private T value(byte @Nullable [] bytes) {
        return bytes == null ? null : EventJson.read(new String(bytes, StandardCharsets.UTF_8), type);
    }
}
