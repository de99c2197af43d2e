/** What happened in a community shop of its own and is taken over: facts of nine kinds, and what they share. */
@NullMarked
package kontor.ledger.community;

import org.jspecify.annotations.NullMarked;
