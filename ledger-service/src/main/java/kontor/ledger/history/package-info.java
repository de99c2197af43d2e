/** What was bought: lists, single purchases with their switches, favourites. */
@NullMarked
package kontor.ledger.history;

import org.jspecify.annotations.NullMarked;
