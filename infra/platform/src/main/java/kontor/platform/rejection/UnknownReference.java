package kontor.platform.rejection;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** An id in the body names nothing the caller can see (G-25); the pointer says which. */
public final class UnknownReference extends Rejection {

    /** @param pointer JSON pointer of the field, such as {@code /lines/0/productId} */
    public UnknownReference(String pointer) {
        super(
                Kind.RULE_BROKEN,
                "unknown-reference",
                "%s names nothing you can see.".formatted(pointer),
                List.of(new Fault(pointer, "unknown-reference", "There is no such thing.")),
                Map.of());
    }
}
