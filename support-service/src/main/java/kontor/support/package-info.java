/** Tickets and their levels. */
@NullMarked
package kontor.support;

import org.jspecify.annotations.NullMarked;
