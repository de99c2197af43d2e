package kontor.gateway.call;

import org.springframework.http.HttpHeaders;

/**
 * Headers of every answer. What a service says about caching and content policy itself replaces the defaults here (see
 * the route feature); nothing else does.
 */
public final class AnswerHeaders {

    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** For JSON and for what is downloaded: nothing in it may run, load or be framed. */
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** For the gateway's own pages. Styles may be inline because Swagger UI sets some; scripts never are. */
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'self'";

    private AnswerHeaders() {}

    static void putOn(HttpHeaders answer, String path) {
        answer.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set("X-Frame-Options", "DENY");
        answer.set("Referrer-Policy", "no-referrer");
        answer.set("Cross-Origin-Opener-Policy", "same-origin");
        answer.set(CONTENT_SECURITY_POLICY, isOwnPage(path) ? OWN_PAGES : NOTHING);
        answer.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static boolean isOwnPage(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/v3/");
    }
}
