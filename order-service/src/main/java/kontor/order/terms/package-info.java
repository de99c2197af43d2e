/** Payment methods and the names of statuses. */
@NullMarked
package kontor.order.terms;

import org.jspecify.annotations.NullMarked;
