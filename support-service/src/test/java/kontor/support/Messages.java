package kontor.support;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.messaging.Message;
import kontor.platform.messaging.Origin;
import kontor.testkit.EventSchema;

/** Events as they are received. */
public final class Messages {

    private Messages() {}

    public static Message example(String type) {
        return of(EventSchema.of(type).example());
    }

    public static Message example(String type, String variant) {
        return of(EventSchema.of(type).example(variant));
    }

    public static Message of(String body) {
        return new Message(
                "kontor.catalog.listings.v1",
                UUID.randomUUID(),
                "kontor.catalog.listings-state.v1",
                "1",
                1,
                Instant.EPOCH,
                new Origin(new UUID(0, 1), "correlation", false),
                null,
                body);
    }
}
