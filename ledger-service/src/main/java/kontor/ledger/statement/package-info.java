/** What an account holds and how it came to it. */
@NullMarked
package kontor.ledger.statement;

import org.jspecify.annotations.NullMarked;
