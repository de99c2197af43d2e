package kontor.chat.conversation;

import java.util.stream.Stream;

/** Kinds of conversations; stored by their letters. */
public enum ConversationType {
    /** Between those whom its creator has named, or caller and seller of a listing (H-1, H-2). */
    PRIVATE("P"),
    /** Of a ticket: its creator and who has it (H-4). */
    SUPPORT("S"),
    /** Of a market purchase: buyer, seller, and who helps them (H-3). */
    PURCHASE("U");

    private final String letter;

    ConversationType(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    public static ConversationType of(String letter) {
        return Stream.of(values())
                .filter(type -> type.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(letter));
    }
}
