/** Money of purchases that the ledger decides on: payments and adjustments. */
@NullMarked
package kontor.order.settlement;

import org.jspecify.annotations.NullMarked;
