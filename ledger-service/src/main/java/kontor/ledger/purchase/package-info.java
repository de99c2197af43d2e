/** Buying at the shelf: carts, checked, booked and recorded by one statement. */
@NullMarked
package kontor.ledger.purchase;

import org.jspecify.annotations.NullMarked;
