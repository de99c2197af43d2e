package kontor.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: kind (decides the HTTP status), problem code (kebab-case, a page at {@code /problems/<code>}) and a
 * sentence for the caller. Subclasses are final and named as facts. Throwing one rolls the transaction back.
 */
public abstract class Rejection extends RuntimeException {

    /** What sort of refusal it is; the HTTP status follows from it. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        RULE_BROKEN(422),
        CONDITION_MISSING(428),
        LIMITED(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One fault of a request: JSON pointer (or parameter name), code and sentence. */
    public record Fault(String pointer, String code, String message) {}

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> facts;

    protected Rejection(Kind kind, String code, String detail) {
        this(kind, code, detail, List.of(), Map.of());
    }

    /**
     * With further members for the problem body, such as the new price; {@code retryAfter}, in seconds, also becomes
     * the header of a 429 or 503.
     */
    protected Rejection(Kind kind, String code, String detail, List<Fault> faults, Map<String, Object> facts) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.facts = Map.copyOf(facts);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        @Nullable String message = getMessage();
        return message == null ? code : message;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
