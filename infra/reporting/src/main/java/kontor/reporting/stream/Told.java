package kontor.reporting.stream;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import org.jspecify.annotations.Nullable;

/** A fact on its way to a thing it is about: a message without what only tracing needs. */
record Told(
        String topic,
        UUID id,
        String type,
        String key,
        long version,
        Instant at,
        UUID actorId,
        boolean imported,
        @Nullable String body) {

    static Told of(Message message) {
        return new Told(
                message.topic(),
                message.id(),
                message.type(),
                message.key(),
                message.version(),
                message.at(),
                message.origin().actorId(),
                message.origin().isImported(),
                message.body());
    }

    Message message() {
        return new Message(topic, id, type, key, version, at, new Origin(actorId, id.toString(), imported), null, body);
    }
}
