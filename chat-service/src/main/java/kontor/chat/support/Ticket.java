package kontor.chat.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is used of the facts of a ticket. */
sealed interface Ticket {

    long ticketId();

    /** The time of the fact. */
    Instant at();

    /**
     * TicketOpened: its subject is the title, both texts are the first messages.
     *
     * @param automaticAnswer of the System (S-3)
     */
    record Opened(long ticketId, UUID creatorId, String subject, String firstText, String automaticAnswer, Instant at)
            implements Ticket {

        private static final int SUBJECT_MOST = 120;
        private static final int TEXT_MOST = 4_000;

        /** What does not fit can never be stored and becomes a dead letter. */
        public Opened {
            requireLength(subject, SUBJECT_MOST);
            requireLength(firstText, TEXT_MOST);
            requireLength(automaticAnswer, TEXT_MOST);
        }

        private static void requireLength(String text, int most) {
            if (text.isEmpty() || text.codePointCount(0, text.length()) > most) {
                throw new IllegalArgumentException("A text is empty or too long.");
            }
        }

        /** Names a message of the ticket, the same however often it is told. */
        UUID nameOf(String message) {
            return UUID.nameUUIDFromBytes(
                    "ticket:%d:%s".formatted(ticketId, message).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** TicketAssigned and AssignmentEnded. */
    record Assignment(
            long ticketId,
            UUID staffId,
            @Nullable String targetType,
            @Nullable String targetId,
            String cause,
            Instant at,
            UUID actorId)
            implements Ticket {

        private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

        /** Null unless the ticket is about a market purchase. */
        @Nullable
        Long purchaseId() {
            if (targetId == null
                    || !"PURCHASE".equals(targetType)
                    || !ID.matcher(targetId).matches()) {
                return null;
            }
            return Long.valueOf(targetId);
        }

        /** The ticket is closed: who had it reads on (H-12). */
        boolean isOver() {
            return cause.equals("CLOSED");
        }
    }

    /** TicketClosed. */
    record Closed(long ticketId, Instant at, UUID actorId) implements Ticket {}
}
