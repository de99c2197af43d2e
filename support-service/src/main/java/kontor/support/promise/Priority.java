package kontor.support.promise;

import java.util.stream.Stream;

/** How urgent a ticket is, rising; stored as a letter, shown as a word (G-5). */
public enum Priority {
    LOW("L"),
    NORMAL("N"),
    HIGH("H"),
    URGENT("U");

    private final String letter;

    Priority(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    /** The priority of a row, which can have no other. */
    public static Priority of(String letter) {
        return Stream.of(values())
                .filter(priority -> priority.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No priority has the letter " + letter));
    }
}
