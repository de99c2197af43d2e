package kontor.gateway.call;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id that ties one call's answer, logs and events together. Not a secret, so made by a cheap generator. */
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    private static final int LENGTH_MAX = 64;
    private static final HexFormat HEX = HexFormat.of();

    private CorrelationId() {}

    /** The client's own id where it is a plain token, else a new one: what it sends ends up in logs and headers. */
    public static String from(@Nullable String sent) {
        return sent != null && isPlain(sent) ? sent : create();
    }

    private static String create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    private static boolean isPlain(String sent) {
        if (sent.isEmpty() || sent.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
