/** What the stock should have been between two stocktakings, what it was, and what the difference is worth. */
@NullMarked
package kontor.ledger.balance;

import org.jspecify.annotations.NullMarked;
