package kontor.chat.stream;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** The member has as many streams open as he may (H-10). */
final class TooManyStreams extends Rejection {

    /** By then a stream whose client has vanished is noticed. */
    private static final int RETRY_AFTER_SECONDS = 15;

    TooManyStreams(int most) {
        super(
                Kind.LIMITED,
                "too-many-requests",
                "%d streams are open already; close one.".formatted(most),
                List.of(),
                Map.of("retryAfter", RETRY_AFTER_SECONDS));
    }
}
