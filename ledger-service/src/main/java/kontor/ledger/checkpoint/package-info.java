/** Balances of community accounts, kept short by checkpoints. */
@NullMarked
package kontor.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
