package kontor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.platform.Rejection;
import kontor.platform.Rejection.Fault;
import kontor.platform.rejection.Unauthenticated;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Builds problem details (RFC 9457), the same shape for our refusals, the framework's and security's. */
public final class ProblemWriter {

    /** A fact of a rejection: after how many seconds it is worth trying again. */
    private static final String RETRY_AFTER = "retryAfter";

    private static final int RETRY_SECONDS = 2;

    private static final Map<Integer, String> CODES = Map.of(
            401, "unauthenticated",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "unsupported-media-type",
            413, "too-large",
            415, "unsupported-media-type",
            429, "too-many-requests",
            503, "unavailable");

    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** A refusal of the framework or a failure, of which the caller learns no more than the status says. */
    public ProblemDetail of(int status, @Nullable String correlationId) {
        String code = CODES.getOrDefault(status, status < 500 ? "malformed-request" : "internal-error");
        String detail = code.equals("internal-error")
                ? "Something failed on our side. Quote %s.".formatted(correlationId)
                : "The request cannot be answered as it was sent.";
        return of(status, code, detail, List.of());
    }

    public ProblemDetail of(Rejection rejection) {
        ProblemDetail problem = of(rejection.kind().status(), rejection.code(), rejection.detail(), rejection.faults());
        rejection.facts().forEach(problem::setProperty);
        return problem;
    }

    ProblemDetail of(int status, String code, String detail, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(title(code));
        problem.setProperty("code", code);
        if (!faults.isEmpty()) {
            problem.setProperty("errors", faults);
        }
        return problem;
    }

    static String code(ProblemDetail problem) {
        return String.valueOf(property(problem, "code", ""));
    }

    private static Object property(ProblemDetail problem, String name, Object otherwise) {
        @Nullable Map<String, Object> properties = problem.getProperties();
        return properties == null ? otherwise : properties.getOrDefault(name, otherwise);
    }

    String json(ProblemDetail problem) {
        return mapper.writeValueAsString(problem);
    }

    /** Answers 401 from the filter chain, where no controller advice reaches. */
    public void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, of(new Unauthenticated()));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        at(problem, request);
        response.setStatus(problem.getStatus());
        headers(problem).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }

    static void at(ProblemDetail problem, HttpServletRequest request) {
        try {
            problem.setInstance(new URI(request.getRequestURI()));
        } catch (URISyntaxException ignored) {
            problem.setInstance(null);
        }
    }

    static HttpHeaders headers(ProblemDetail problem) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        switch (problem.getStatus()) {
            case 401 -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case 429, 503 ->
                headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(property(problem, RETRY_AFTER, RETRY_SECONDS)));
            default -> {}
        }
        return headers;
    }

    static ResponseEntity<Object> entity(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers(problem))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
