@NullMarked
package kontor.gateway.breaker;

import org.jspecify.annotations.NullMarked;
