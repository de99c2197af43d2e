package kontor.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import kontor.chat.conversation.LockedConversation.Place;
import kontor.chat.conversation.LockedConversation.Progress;
import org.junit.jupiter.api.Test;

class LockedConversationTests {

    private static final Instant NOON = Instant.parse("2026-06-04T12:00:00Z");
    private static final UUID ADA = new UUID(0, 7);

    private final LockedConversation conversation =
            new LockedConversation(31, ConversationType.SUPPORT, Context.ticket(71), new Progress(null, 0, null, 3));

    @Test
    void numbersMessagesFromOne() {
        assertThat(conversation.next(NOON)).isEqualTo(new Place(1, NOON));
        assertThat(conversation.next(NOON.plusSeconds(1))).isEqualTo(new Place(2, NOON.plusSeconds(1)));
        assertThat(conversation.lastSeq()).isEqualTo(2);
    }

    /** The clock may be moved, and clocks of instances differ (H-7). */
    @Test
    void neverGoesBackInTime() {
        conversation.next(NOON);

        assertThat(conversation.next(NOON.minusSeconds(60)).at()).isEqualTo(NOON);
    }

    @Test
    void closesOnce() {
        conversation.requireOpen();

        assertThat(conversation.close(Actor.SYSTEM, NOON)).isTrue();
        assertThat(conversation.close(Actor.SYSTEM, NOON)).isFalse();
        assertThatExceptionOfType(ConversationClosed.class).isThrownBy(conversation::requireOpen);
        assertThat(conversation.news()).hasSize(1);
    }

    @Test
    void numbersWhatItTellsAndTellsItOnce() {
        conversation.joined(ADA, Role.STAFF, Actor.staff(ADA), NOON);
        conversation.left(ADA, Role.STAFF, Actor.staff(ADA), NOON);

        assertThat(conversation.news()).extracting(ConversationFact::version).containsExactly(4L, 5L);
        assertThat(conversation.news()).isEmpty();
        assertThat(conversation.progress().version()).isEqualTo(5);
    }
}
