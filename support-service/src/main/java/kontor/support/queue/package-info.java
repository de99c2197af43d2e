/** Tickets to read: the queue of staff, and what members have opened. */
@NullMarked
package kontor.support.queue;

import org.jspecify.annotations.NullMarked;
