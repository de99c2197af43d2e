/** How long an event takes from its commit to a consumer. */
@NullMarked
package kontor.bench.lag;

import org.jspecify.annotations.NullMarked;
