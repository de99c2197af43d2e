/** Tests of ledger-service, and the fixtures they share. */
@NullMarked
package kontor.ledger;

import org.jspecify.annotations.NullMarked;
