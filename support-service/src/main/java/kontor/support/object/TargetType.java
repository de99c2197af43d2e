package kontor.support.object;

import java.util.stream.Stream;

/** What a ticket can be about; the ids are those of table {@code target_type}. */
public enum TargetType {
    PRODUCT(1),
    CATEGORY(2),
    LISTING(3),
    ORDER(4),
    PURCHASE(5),
    SHELF_PURCHASE(6),
    INVOICE(7),
    MEMBER(8);

    private final long id;

    TargetType(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    /** The type of a row, which can have no other. */
    public static TargetType of(long id) {
        return Stream.of(values())
                .filter(type -> type.id == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No target type has the id " + id));
    }
}
