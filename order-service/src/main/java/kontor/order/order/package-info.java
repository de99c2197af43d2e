/** The retail order with its items: the one place where its rules live and its history is written. */
@NullMarked
package kontor.order.order;

import org.jspecify.annotations.NullMarked;
