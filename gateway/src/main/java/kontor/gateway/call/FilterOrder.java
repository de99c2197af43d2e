package kontor.gateway.call;

import org.springframework.core.Ordered;

/** The way inwards. The order decides which refusal a call gets that deserves several. */
public final class FilterOrder {

    public static final int CALL = Ordered.HIGHEST_PRECEDENCE + 10;
    public static final int CORS = CALL + 1;
    public static final int SHAPE = CALL + 2;
    public static final int TOKEN = CALL + 3;
    public static final int LIMIT = CALL + 4;
    public static final int MAINTENANCE = CALL + 5;
    public static final int ACCESS = CALL + 6;

    private FilterOrder() {}
}
