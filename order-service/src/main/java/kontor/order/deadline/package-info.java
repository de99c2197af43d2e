/** What happens to purchases by the passing of time, and to those whose party is gone. */
@NullMarked
package kontor.order.deadline;

import org.jspecify.annotations.NullMarked;
