package kontor.support.ticket;

import java.util.List;
import java.util.stream.Stream;

/** Who is to help, rising; stored as a letter, shown as a word (G-5). Levels only climb, one step at a time (S-4). */
public enum Level {
    AUTO("A", 0),
    SUPPORT_1("1", 1),
    SUPPORT_2("2", 2),
    CHIEF("C", 3);

    private final String letter;
    private final int rank;

    Level(String letter, int rank) {
        this.letter = letter;
        this.rank = rank;
    }

    /** The lowest level of staff that it is for; 0 for AUTO, which any staff looks after. */
    public int rank() {
        return rank;
    }

    public String letter() {
        return letter;
    }

    /** The level of a row, which can have no other. */
    public static Level of(String letter) {
        return Stream.of(values())
                .filter(level -> level.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No level has the letter " + letter));
    }

    /** Letters of what staff of this level sees (S-5); nothing is seen by who is no staff. */
    public static List<String> lettersSeenBy(int staffLevel) {
        return Stream.of(values())
                .filter(level -> staffLevel > 0 && !level.isAbove(staffLevel))
                .map(Level::letter)
                .toList();
    }

    /** Whether staff of that level is too low for it. */
    public boolean isAbove(int staffLevel) {
        return rank > staffLevel;
    }

    /** The next one; there is none above CHIEF. */
    Level next() {
        return switch (this) {
            case AUTO -> SUPPORT_1;
            case SUPPORT_1 -> SUPPORT_2;
            case SUPPORT_2 -> CHIEF;
            case CHIEF -> throw new IllegalStateException("There is no level above CHIEF.");
        };
    }
}
