/** Tickets: their levels, statuses and assignments, and how these may move. */
@NullMarked
package kontor.support.ticket;

import org.jspecify.annotations.NullMarked;
