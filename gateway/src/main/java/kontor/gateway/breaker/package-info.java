/** What happens when a service is slow or gone: time limits, circuit breakers, bulkheads; never a retry of a write. */
@NullMarked
package kontor.gateway.breaker;

import org.jspecify.annotations.NullMarked;
