package kontor.gateway.problem;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that ends at the gateway: status, problem code, a sentence for the caller, and headers that belong to it. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final ProblemCode code;
    private final String detail;
    private final transient Map<String, String> headers;

    private Refusal(int status, ProblemCode code, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
    }

    public static Refusal malformed(String detail) {
        return new Refusal(400, ProblemCode.MALFORMED_REQUEST, detail, Map.of());
    }

    /** No token where one is needed. */
    public static Refusal tokenMissing() {
        return unauthenticated("Send a valid access token as bearer token.", "Bearer");
    }

    /** A bad token; why is not told, since that would help only who forges them. */
    public static Refusal tokenInvalid() {
        return unauthenticated("The access token is not valid here, or no longer.", "Bearer error=\"invalid_token\"");
    }

    private static Refusal unauthenticated(String detail, String challenge) {
        return new Refusal(401, ProblemCode.UNAUTHENTICATED, detail, Map.of("WWW-Authenticate", challenge));
    }

    public static Refusal originNotAllowed() {
        return new Refusal(403, ProblemCode.FORBIDDEN, "Pages of this origin may not call the shop.", Map.of());
    }

    public static Refusal notFound() {
        return new Refusal(404, ProblemCode.NOT_FOUND, "There is nothing at this address.", Map.of());
    }

    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(
                405, ProblemCode.METHOD_NOT_ALLOWED, "This method is not offered here.", Map.of("Allow", allowed));
    }

    public static Refusal tooLarge(String detail) {
        return new Refusal(413, ProblemCode.TOO_LARGE, detail, Map.of());
    }

    public static Refusal unsupported(String detail) {
        return new Refusal(415, ProblemCode.UNSUPPORTED_MEDIA_TYPE, detail, Map.of());
    }

    public static Refusal tooManyRequests(Duration wait) {
        return retryLater(429, ProblemCode.TOO_MANY_REQUESTS, "Too many requests; wait before the next one.", wait);
    }

    public static Refusal maintenance(@Nullable String message, Duration wait) {
        String detail = message == null ? "The shop is under maintenance." : message;
        return retryLater(503, ProblemCode.MAINTENANCE, detail, wait);
    }

    /** The service was not reached: nothing happened. */
    public static Refusal unavailable(String detail, Duration wait) {
        return retryLater(503, ProblemCode.UNAVAILABLE, detail, wait);
    }

    /** The service was reached and its answer is missing: it may have happened. */
    public static Refusal inDoubt(int status, String detail, Duration wait) {
        return retryLater(status, ProblemCode.UNAVAILABLE, detail, wait);
    }

    private static Refusal retryLater(int status, ProblemCode code, String detail, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Refusal(status, code, detail, Map.of("Retry-After", Long.toString(seconds)));
    }

    static Refusal internal() {
        return new Refusal(500, ProblemCode.INTERNAL_ERROR, "Something went wrong; it has been recorded.", Map.of());
    }

    /** For refusals of the protocol layer, which has more status codes than there are problems. */
    public Refusal withStatus(int other) {
        return new Refusal(other, code, detail, headers);
    }

    public int status() {
        return status;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }
}
