/** Tests of the balance between two stocktakings. */
@NullMarked
package kontor.ledger.balance;

import org.jspecify.annotations.NullMarked;
