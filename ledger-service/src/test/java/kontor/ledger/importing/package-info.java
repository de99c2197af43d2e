/** Tests of what is taken over from another shop. */
@NullMarked
package kontor.ledger.importing;

import org.jspecify.annotations.NullMarked;
