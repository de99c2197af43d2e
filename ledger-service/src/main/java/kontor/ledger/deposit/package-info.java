/** Money that members pay in or get back, booked by admins, one at a time or in batches. */
@NullMarked
package kontor.ledger.deposit;

import org.jspecify.annotations.NullMarked;
