/** Tickets in numbers, for chiefs. */
@NullMarked
package kontor.support.statistics;

import org.jspecify.annotations.NullMarked;
