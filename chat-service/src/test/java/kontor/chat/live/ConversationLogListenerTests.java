package kontor.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.chat.live.ConversationLogListener.Closed;
import kontor.chat.live.ConversationLogListener.Created;
import kontor.chat.live.ConversationLogListener.Marked;
import kontor.chat.live.ConversationLogListener.Moved;
import kontor.chat.live.ConversationLogListener.Posted;
import kontor.platform.messaging.EventJson;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.Test;

/** What this service tells itself, read from the examples of its contract. */
class ConversationLogListenerTests {

    private static final UUID STAFF = UUID.fromString("0199c0de-0001-7000-8000-0000000000f2");
    private static final UUID BUYER = UUID.fromString("0199c0de-0002-7000-8000-0000000000b1");

    private static <T> T read(String type, Class<T> as) {
        return EventJson.read(EventSchema.of("kontor.chat." + type + ".v1").example(), as);
    }

    @Test
    void readsWhoIsInFromTheStart() {
        assertThat(read("conversation-created", Created.class))
                .isEqualTo(new Created(
                        31, List.of(new Created.In(BUYER, "PARTY")), Instant.parse("2026-06-04T07:30:00.000002Z")));
    }

    @Test
    void readsWhoComesAndGoes() {
        assertThat(read("member-joined", Moved.class))
                .isEqualTo(new Moved(31, STAFF, "STAFF", Instant.parse("2026-06-04T08:00:00Z")));
        assertThat(read("member-left", Moved.class))
                .isEqualTo(new Moved(31, STAFF, "STAFF", Instant.parse("2026-06-04T12:00:00Z")));
    }

    @Test
    void readsMessagesWithoutTheirText() {
        assertThat(read("message-posted", Posted.class)).isEqualTo(new Posted(31, 3, STAFF, 3L));
        assertThat(EventJson.read(
                        EventSchema.of("kontor.chat.message-posted.v1").example("automatic"), Posted.class))
                .isEqualTo(new Posted(31, 2, new UUID(0, 1), null));
    }

    @Test
    void readsMarkersAndTheEnd() {
        assertThat(read("read-marker-moved", Marked.class)).isEqualTo(new Marked(31, BUYER, 3));
        assertThat(read("conversation-closed", Closed.class).conversationId()).isEqualTo(31);
    }
}
