/** Tests of escrow. */
@NullMarked
package kontor.ledger.escrow;

import org.jspecify.annotations.NullMarked;
