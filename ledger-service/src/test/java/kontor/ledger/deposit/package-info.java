/** Tests of deposits. */
@NullMarked
package kontor.ledger.deposit;

import org.jspecify.annotations.NullMarked;
