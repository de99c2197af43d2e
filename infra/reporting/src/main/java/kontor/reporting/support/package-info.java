/** Tickets in numbers. */
@NullMarked
package kontor.reporting.support;

import org.jspecify.annotations.NullMarked;
