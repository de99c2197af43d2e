package kontor.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.platform.Rejection;
import kontor.platform.Rejection.Fault;
import kontor.platform.messaging.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The only place that turns refusals and failures into HTTP. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** What an operation answers by its rules, and a repeated key therefore gets again (G-26). */
    private static final Set<Integer> KEPT = Set.of(404, 409, 422);

    /** They speak of the key itself and not of the operation. */
    private static final Set<String> ABOUT_KEYS = Set.of("idempotency-key-reused", "request-in-progress");

    /** Codes of the framework's refusals; other statuses of 4xx are malformed requests. */
    private static final Map<Integer, String> CODES = Map.of(
            404, "not-found",
            405, "method-not-allowed",
            413, "too-large",
            415, "unsupported-media-type",
            503, "unavailable");

    private final ProblemWriter problems;
    private final Replies replies;
    private final MeterRegistry meters;

    ProblemAdvice(ProblemWriter problems, Replies replies, MeterRegistry meters) {
        this.problems = problems;
        this.replies = replies;
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Rejection rejection, HttpServletRequest request) {
        meters.counter("platform.refusals", "code", rejection.code()).increment();
        LOG.debug("Refused: {} {}", rejection.code(), rejection.detail());
        ProblemDetail problem = problems.of(rejection);
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        boolean keep = KEPT.contains(problem.getStatus()) && !ABOUT_KEYS.contains(rejection.code());
        return keep ? keep(problem, request) : ProblemWriter.entity(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Replies.StoredRefusal stored) {
        return ResponseEntity.status(stored.status())
                .headers(ProblemWriter.headers(stored.status()))
                .header("Idempotent-Replayed", "true")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new RawJson(stored.body()));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        Fault fault = new Fault(mismatch.getName(), "invalid-field", "has the wrong form");
        return refuse(400, "invalid-field", mismatch.getName() + " has the wrong form.", List.of(fault), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Texts.UnstorableText text, HttpServletRequest request) {
        return refuse(400, "malformed-request", String.valueOf(text.getMessage()), List.of(), request);
    }

    /** A unique value taken between check and insert, seen by the database. */
    @ExceptionHandler
    ResponseEntity<Object> on(DataIntegrityViolationException violation, HttpServletRequest request) {
        @Nullable String message = violation.getMostSpecificCause().getMessage();
        if (message != null && message.contains("duplicate key")) {
            return refuse(409, "duplicate", "The value is already in use.", List.of(), request);
        }
        return failed(violation, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(OptimisticLockingFailureException stale, HttpServletRequest request) {
        return refuse(412, "version-mismatch", "It was changed meanwhile; read it again.", List.of(), request);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        org.springframework.dao.DataAccessResourceFailureException.class,
        org.springframework.transaction.TransactionSystemException.class
    })
    ResponseEntity<Object> unavailable(Exception cause, HttpServletRequest request) {
        LOG.warn("The database did not answer in time: {}", cause.toString());
        return refuse(503, "unavailable", "The service is busy; try again in a moment.", List.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure, HttpServletRequest request) {
        LOG.error("Failed: {} {}", request.getMethod(), request.getRequestURI(), failure);
        String detail = "Something failed on our side. Quote %s."
                .formatted(Origin.current().correlationId());
        return refuse(500, "internal-error", detail, List.of(), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = e.getBindingResult().getAllErrors().stream()
                .map(error -> new Fault(
                        error instanceof FieldError field ? Faults.pointerOf(field.getField()) : "",
                        "invalid-field",
                        String.valueOf(error.getDefaultMessage())))
                .distinct()
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        String detail = faults.getFirst().pointer() + ": " + faults.getFirst().message();
        return refuse(400, "invalid-field", detail, faults, servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return isTooLarge(e)
                ? refuse(413, "too-large", "The body is larger than 256 KiB.", List.of(), servlet(request))
                : refuse(400, "malformed-request", "The body is not well-formed JSON.", List.of(), servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        int code = status.value();
        if (code >= 500 && code != 503) {
            return failed(e, servlet(request));
        }
        String problem = CODES.getOrDefault(code == 406 ? 415 : code, "malformed-request");
        ResponseEntity<Object> answer =
                refuse(code, problem, "The request cannot be answered as it was sent.", List.of(), servlet(request));
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private ResponseEntity<Object> refuse(
            int status, String code, String detail, List<Fault> faults, HttpServletRequest request) {
        ProblemDetail problem = problems.of(status, code, detail, faults);
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        meters.counter("platform.refusals", "code", code).increment();
        return ProblemWriter.entity(problem);
    }

    private ResponseEntity<Object> keep(ProblemDetail problem, HttpServletRequest request) {
        if (request.getAttribute(RequestKeys.ATTRIBUTE) instanceof RequestKey key && key.isSent()) {
            if (!replies.keepRefusal(key, problem.getStatus(), problems.json(problem))) {
                return stored(key);
            }
        }
        return ProblemWriter.entity(problem);
    }

    /** The key was taken meanwhile: a refusal stored by a twin is given, an effect of a twin is left to its next retry. */
    private ResponseEntity<Object> stored(RequestKey key) {
        try {
            replies.replay(key, Object.class);
            return ProblemWriter.entity(problems.of(new Replies.RequestInProgress()));
        } catch (Replies.StoredRefusal stored) {
            return on(stored);
        } catch (Rejection reused) {
            return ProblemWriter.entity(problems.of(reused));
        }
    }

    private static boolean isTooLarge(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.TooLarge) {
                return true;
            }
        }
        return false;
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
