package kontor.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kontor.platform.Rejection;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.Unavailable;
import kontor.platform.rejection.VersionMismatch;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
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

    private static final String TAKEN = "23505"; // PostgreSQL: unique_violation

    private final ProblemWriter problems;
    private final Replies replies;
    private final MeterRegistry meters;

    ProblemAdvice(ProblemWriter problems, @Lazy Replies replies, MeterRegistry meters) {
        this.problems = problems;
        this.replies = replies;
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Rejection rejection, HttpServletRequest request) {
        LOG.debug("Refused: {} {}", rejection.code(), rejection.detail());
        ProblemDetail problem = problems.of(rejection);
        ResponseEntity<Object> answer = answer(problem, request);
        boolean keep = KEPT.contains(problem.getStatus()) && !ABOUT_KEYS.contains(rejection.code());
        return keep ? keep(problem, request).orElse(answer) : answer;
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Replies.StoredRefusal stored) {
        return ResponseEntity.status(stored.status())
                .cacheControl(CacheControl.noStore())
                .header("Idempotent-Replayed", "true")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new RawJson(stored.body()));
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return on(new InvalidField(mismatch.getName(), "has the wrong form"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Texts.UnstorableText text, HttpServletRequest request) {
        return malformed(String.valueOf(text.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(InvalidParameterException undecodable, HttpServletRequest request) {
        return malformed("The query is not encoded as it should be.", request);
    }

    /** Seen by the firewall only where the header is read. */
    @ExceptionHandler
    ResponseEntity<Object> on(RequestRejectedException unclean, HttpServletRequest request) {
        return malformed("A header has characters that are not used here.", request);
    }

    /** A unique value taken between check and insert, seen by the database. */
    @ExceptionHandler
    ResponseEntity<Object> on(DataIntegrityViolationException violation, HttpServletRequest request) {
        return violation.getMostSpecificCause() instanceof SQLException cause && TAKEN.equals(cause.getSQLState())
                ? on(new Duplicate("The value"), request)
                : failed(violation, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(OptimisticLockingFailureException stale, HttpServletRequest request) {
        return request.getHeader("If-Match") == null ? unavailable(stale, request) : on(new VersionMismatch(), request);
    }

    /** A lock that was waited for in vain may be held by the first request with the same key. */
    @ExceptionHandler
    ResponseEntity<Object> on(PessimisticLockingFailureException locked, HttpServletRequest request) {
        boolean twin = RequestKeys.current(request).map(replies::isInFlight).orElse(false);
        return twin ? on(new Replies.RequestInProgress(), request) : unavailable(locked, request);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> unavailable(Exception cause, HttpServletRequest request) {
        LOG.warn("The database did not answer in time: {}", cause.toString());
        return on(new Unavailable("The service"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure, HttpServletRequest request) {
        LOG.error("Failed: {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(problems.of(500, Origin.current().correlationId()), request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return on(new InvalidField(Faults.of(e.getBindingResult())), servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return malformed("The body is not well-formed JSON.", servlet(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.value() == 500) {
            return failed(e, servlet(request));
        }
        ResponseEntity<Object> answer = answer(problems.of(status.value(), null), servlet(request));
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private ResponseEntity<Object> malformed(String detail, HttpServletRequest request) {
        return answer(problems.of(400, "malformed-request", detail, List.of()), request);
    }

    private ResponseEntity<Object> answer(ProblemDetail problem, HttpServletRequest request) {
        ProblemWriter.at(problem, request);
        meters.counter("platform.refusals", "code", ProblemWriter.code(problem)).increment();
        return ProblemWriter.entity(problem);
    }

    /**
     * What a twin has stored meanwhile; else empty: the refusal stands, and if it could not be kept the key stays free.
     */
    private Optional<ResponseEntity<Object>> keep(ProblemDetail problem, HttpServletRequest request) {
        Optional<RequestKey> key = RequestKeys.current(request);
        try {
            if (key.isPresent() && !replies.keepRefusal(key.get(), problem.getStatus(), problems.json(problem))) {
                // A twin took the key after our rollback; what it got is not ours to tell, its next retry will.
                replies.replay(key.get(), Object.class);
                return Optional.of(on(new Replies.RequestInProgress(), request));
            }
        } catch (Replies.StoredRefusal stored) {
            return Optional.of(on(stored));
        } catch (Rejection reused) {
            return Optional.of(on(reused, request));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A refusal was not kept: {}", e.toString());
        }
        return Optional.empty();
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
