/** Shelf purchases switched off and on again, as often as wanted. */
@NullMarked
package kontor.ledger.revocation;

import org.jspecify.annotations.NullMarked;
