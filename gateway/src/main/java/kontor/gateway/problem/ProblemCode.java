package kontor.gateway.problem;

/** The problems the gateway itself answers with. Titles and pages are the shop-wide ones of {@code problems.yaml}. */
public enum ProblemCode {
    MALFORMED_REQUEST("malformed-request"),
    UNAUTHENTICATED("unauthenticated"),
    FORBIDDEN("forbidden"),
    NOT_FOUND("not-found"),
    METHOD_NOT_ALLOWED("method-not-allowed"),
    TOO_LARGE("too-large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type"),
    TOO_MANY_REQUESTS("too-many-requests"),
    INTERNAL_ERROR("internal-error"),
    MAINTENANCE("maintenance"),
    UNAVAILABLE("unavailable");

    private final String code;

    ProblemCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
