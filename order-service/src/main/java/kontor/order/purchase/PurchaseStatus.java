package kontor.order.purchase;

import java.util.stream.Stream;

/** Where a purchase stands; stored as a letter, shown as a word (G-5). */
public enum PurchaseStatus {
    PENDING("W"),
    REJECTED("R"),
    OPEN("O"),
    PAID("P"),
    SHIPPED("S"),
    DONE("D"),
    CANCELLED("C");

    private final String letter;

    PurchaseStatus(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    /** The status of a row, which can have no other. */
    public static PurchaseStatus of(String letter) {
        return Stream.of(values())
                .filter(status -> status.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status has the letter " + letter));
    }

    /** Paid and not given back: refunds and additional payments are possible (O-27). */
    public boolean isAdjustable() {
        return this == PAID || this == SHIPPED || this == DONE;
    }
}
