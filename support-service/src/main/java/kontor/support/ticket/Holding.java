package kontor.support.ticket;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A member of staff who has, or had, a ticket.
 *
 * @param staffLevel what he may today, 0 without a grant
 */
public record Holding(UUID staffId, int staffLevel, Status status, Instant lastActivityAt) {

    /** Whether he has it; stored as a letter, shown as a word (G-5). CLOSED is final. */
    public enum Status {
        ACTIVE("A"),
        INACTIVE("I"),
        CLOSED("C");

        private final String letter;

        Status(String letter) {
            this.letter = letter;
        }

        public String letter() {
            return letter;
        }

        /** The status of a row, which can have no other. */
        public static Status of(String letter) {
            return Stream.of(values())
                    .filter(status -> status.letter.equals(letter))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No status has the letter " + letter));
        }
    }
}
