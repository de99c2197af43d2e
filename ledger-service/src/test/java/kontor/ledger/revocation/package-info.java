/** Tests of switched purchases. */
@NullMarked
package kontor.ledger.revocation;

import org.jspecify.annotations.NullMarked;
