/** Sums over orders, for admins. */
@NullMarked
package kontor.order.report;

import org.jspecify.annotations.NullMarked;
