package kontor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import kontor.platform.Rejection;
import kontor.platform.Sha256;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Finds the idempotency key of the current request; controllers turn it into a part of their command. */
public final class RequestKeys {

    private static final String ATTRIBUTE = RequestKeys.class.getName();
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final HttpServletRequest request;
    private final JsonMapper mapper;
    private final Callers callers;

    public RequestKeys(HttpServletRequest request, JsonMapper mapper, Callers callers) {
        this.request = request;
        this.mapper = mapper;
        this.callers = callers;
    }

    /** The key of the current request, if it has one and its operation has asked for it. */
    static Optional<RequestKey> current(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestKey key && key.isSent()
                ? Optional.of(key)
                : Optional.empty();
    }

    /** For operations marked K: 400 {@code idempotency-key-missing} without one. */
    public RequestKey of(Object body) {
        RequestKey key = ifSent(body);
        if (!key.isSent()) {
            throw new IdempotencyKeyMissing();
        }
        return key;
    }

    /** For every other POST. */
    public RequestKey ifSent(Object body) {
        @Nullable String key = request.getHeader("Idempotency-Key");
        if (key != null && !FORM.matcher(key).matches()) {
            throw new InvalidField("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        String operation = request.getMethod() + " " + request.getRequestURI();
        RequestKey found = new RequestKey(callers.scope(request), operation, key, fingerprint(body));
        request.setAttribute(ATTRIBUTE, found);
        return found;
    }

    private String fingerprint(Object body) {
        @Nullable String query = request.getQueryString();
        return HexFormat.of().formatHex(Sha256.of((query == null ? "" : query) + mapper.writeValueAsString(body)));
    }

    /** The operation moves money or stock and needs a key, so that a retry cannot do it twice. */
    static final class IdempotencyKeyMissing extends Rejection {

        IdempotencyKeyMissing() {
            super(Kind.MALFORMED, "idempotency-key-missing", "Send an Idempotency-Key, new for each new request.");
        }
    }
}
