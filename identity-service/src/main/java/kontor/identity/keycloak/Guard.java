package kontor.identity.keycloak;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Keeps Keycloak's trouble from becoming ours: few calls at once, none while it is known to be away. Slow calls count
 * as failed ones, refusals (4xx) do not.
 */
final class Guard implements ClientHttpRequestInterceptor {

    private static final int CALLS_AT_ONCE = 16;
    private static final int WINDOW = 10;
    private static final int CALLS_BEFORE_JUDGING = 5;
    private static final int FAILURES_PERCENT = 50;
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration OPEN_FOR = Duration.ofSeconds(5);

    private final Bulkhead bulkhead = Bulkhead.of(
            "keycloak",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(CALLS_AT_ONCE)
                    .maxWaitDuration(SLOW)
                    .build());

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "keycloak",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(WINDOW)
                    .minimumNumberOfCalls(CALLS_BEFORE_JUDGING)
                    .failureRateThreshold(FAILURES_PERCENT)
                    .slowCallRateThreshold(FAILURES_PERCENT)
                    .slowCallDurationThreshold(SLOW)
                    .waitDurationInOpenState(OPEN_FOR)
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .recordResult(Guard::isFailure)
                    .build());

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            return bulkhead.executeCallable(() -> breaker.executeCallable(() -> execution.execute(request, body)));
        } catch (CallNotPermittedException | BulkheadFullException refused) {
            throw new IOException(refused);
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isFailure(Object result) {
        try {
            return result instanceof ClientHttpResponse response
                    && response.getStatusCode().is5xxServerError();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
