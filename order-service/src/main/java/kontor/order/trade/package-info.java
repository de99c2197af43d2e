/** Purchases and their adjustments as their parties see them. */
@NullMarked
package kontor.order.trade;

import org.jspecify.annotations.NullMarked;
