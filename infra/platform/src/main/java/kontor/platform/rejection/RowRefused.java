package kontor.platform.rejection;

import java.util.List;
import kontor.platform.Rejection;

/** One of many rows is refused, and with it the whole request; kind and code are those of the reason. */
public final class RowRefused extends Rejection {

    /** @param pointer JSON pointer of the field at fault, such as {@code /members/3/createdAt} */
    public RowRefused(String pointer, Rejection reason) {
        super(
                reason.kind(),
                reason.code(),
                "%s: %s".formatted(pointer, reason.detail()),
                List.of(new Fault(pointer, reason.code(), reason.detail())),
                reason.facts());
    }
}
