/** The market purchase with its payments and adjustments: the one place where its rules live. */
@NullMarked
package kontor.order.purchase;

import org.jspecify.annotations.NullMarked;
