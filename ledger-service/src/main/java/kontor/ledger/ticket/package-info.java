/** Which member of staff has which ticket on a shelf purchase, and so may read it (G-23). */
@NullMarked
package kontor.ledger.ticket;

import org.jspecify.annotations.NullMarked;
